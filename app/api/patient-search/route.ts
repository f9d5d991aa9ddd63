import { SearchInput } from "@/lib/patients/inputs";
import { searchPatients } from "@/lib/patients/search";
import { check } from "@/lib/web/action";
import { json, jsonBody, personRoute } from "@/lib/web/route";

const mostBytes = 2_000;

/** Who is meant. By POST, for an address would be kept in logs and in the browser's history. */
export const POST = personRoute("patient-search", async (ctx, request) =>
  json(await searchPatients(ctx, check(SearchInput, await jsonBody(request, mostBytes)))),
);
