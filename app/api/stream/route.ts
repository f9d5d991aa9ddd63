import { streamRoute } from "@/lib/web/sse";

export const dynamic = "force-dynamic";

export const GET = streamRoute;
