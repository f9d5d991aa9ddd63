import { sendFile } from "@/components/files/send-file";
import type { OutcomeKind } from "@/lib/outcomes/types";

export const upload = (
  programId: string,
  { kind, file, codes }: { kind: OutcomeKind; file: File; codes: string },
) =>
  sendFile<{ fileId: string }>(
    `/api/uploads/outcomes?${new URLSearchParams({ program: programId, kind })}`,
    file,
    { "x-codes": encodeURIComponent(codes) },
  );
