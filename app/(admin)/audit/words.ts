import { type AuditEntry, auditWords } from "@/lib/audit/types";
import { isId } from "@/lib/ids";
import { dispositions, inboxViews } from "@/lib/inbox/types";
import { outsideWays } from "@/lib/inbox/types-working";
import { suppressionWords } from "@/lib/messaging/types";
import { actionSourceWords, outcomeKindWords } from "@/lib/outcomes/types";
import { holdReasonWords } from "@/lib/patients/types";
import { senderKindWords } from "@/lib/programs/types";
import { roleWords } from "@/lib/users/types";

export interface Fact {
  name: string;
  words: string;
  /** The whole id of what the words name by its end. */
  id: string | null;
}

type Value = string | number | boolean;

/** What an entry says besides who, what and where: in plain words, what it is about last. */
export function factsOf({ details, subject }: Pick<AuditEntry, "details" | "subject">): Fact[] {
  return Object.entries(details)
    .flatMap(([name, value]) =>
      value === null || (name === "userId" && subject) ? [] : [factOf(name, value)],
    )
    .sort((a, b) => Number(a.id !== null) - Number(b.id !== null));
}

function factOf(name: string, value: Value): Fact {
  // An id's end tells it from its neighbours.
  if (typeof value === "string" && isId(value))
    return { name, words: `${things[name] ?? plain(name)} …${value.slice(-8)}`, id: value };
  return { name, words: sentences[name]?.(value) ?? `${plain(name)}: ${shown(value)}`, id: null };
}

const things: Record<string, string> = {
  subject: "conversation",
  threadId: "conversation",
  messageId: "text",
  patientId: "patient",
  actionId: "record",
  phoneId: "phone",
  senderId: "number",
  rosterId: "roster",
  outcomeFileId: "file of outcomes",
  campaignId: "campaign",
  mergedId: "record",
  mergeId: "joining",
  reportId: "report",
  userId: "person",
  eventId: "note",
};

const sentences: Record<string, (value: Value) => string> = {
  count: (value) => counted(value, "conversation"),
  rows: (value) => counted(value, "row"),
  people: (value) => counted(value, "person", "people"),
  segmentsPerSecond: (value) => `${counted(value, "segment")} a second`,
  windowDays: (value) => `${counted(value, "day")} to act`,
  older: () => "an older page",
  subject: (value) => `view: ${known(inboxViews, value).toLowerCase()}`,
  kinds: (value) => `by ${shown(value)}`,
  found: (value) => `${shown(value)} found`,
  more: () => "and more than are shown",
  fields: (value) => `changed: ${plain(shown(value))}`,
  filteredBy: (value) => `only “${known(auditWords, value)}”`,
  role: (value) => known(roleWords, value),
  kind: (value) => known({ ...senderKindWords, ...outcomeKindWords }, value),
  change: (value) => (value === "added" ? "joined the program" : "left the program"),
  disposition: (value) => known(endings, value),
  how: (value) => known(outsideWays, value).toLowerCase(),
  until: (value) => `until ${shown(value).slice(0, 16).replace("T", " ")} UTC`,
  reason: (value) => known(suppressionWords, value).replace(/\.$/, ""),
  holdReason: (value) => known(holdReasonWords, value),
  source: (value) => known({ ...actionSourceWords, ...stopSources }, value),
};

const endings = Object.fromEntries(Object.entries(dispositions).map(([code, { words }]) => [code, words]));

const stopSources = { keyword: "by the patient's own text", carrier: "told by the carrier" };

const known = (words: Record<string, string>, value: Value) => words[String(value)] ?? shown(value);

const counted = (value: Value, one: string, many = `${one}s`) =>
  `${shown(value)} ${value === 1 ? one : many}`;

/** "windowDays" is how code writes "window days". */
const plain = (name: string) =>
  name.replace(/Id$/, "").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function shown(value: Value): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? value.toLocaleString("en-US") : value;
}
