import { tidy } from "@/lib/cells";
import { codeCounts, readChannel, readCode, readDay, readReached } from "./cells";
import type { Column, Heading } from "./heading";
import {
  channelWords,
  type OutcomeKind,
  type OutcomeNote,
  type OutcomeReason,
  type OutcomeReject,
  type TouchChannel,
} from "./types";

/** What a row says, once it is read. */
export interface OutcomeRow {
  /** YYYY-MM-DD */
  day: string;
  code: string | null;
  /** Null unless the file is one of touches. */
  channel: TouchChannel | null;
  reached: "yes" | "no" | null;
}

/** What is sealed of a row. `cells` are kept of those that are left out, so that they can be given back. */
export interface RowContent {
  memberNumber: string;
  day: string;
  what: string;
  row: OutcomeRow | null;
  cells: string[];
}

export interface ReadRow {
  content: RowContent;
  /** Rejections where `content.row` is null, else notes. */
  reasons: OutcomeReason[];
}

export interface Rules {
  kind: OutcomeKind;
  /** Empty: all count. */
  codes: readonly string[];
  /** YYYY-MM-DD, both of them still allowed. */
  earliest: string;
  today: string;
}

/** One row by itself. Whose it is, and whether it is known, is not asked here: no arm and no patient has a say in it. */
export function readRow(cells: readonly string[], heading: Heading, rules: Rules): ReadRow {
  const text = (column: Column) => tidy(cells[heading.places.get(column) ?? -1] ?? "");
  const rejections: OutcomeReject[] = [];
  const notes: OutcomeNote[] = [];

  // Shifted by one cell, a date stands under "code": nothing in such a row can be trusted.
  const isShifted = cells.slice(heading.width).some((cell) => tidy(cell) !== "");

  const memberNumber = text("member_id").replace(/^(\d+)\.0+$/, "$1");
  if (memberNumber === "") rejections.push("missing_member");
  else if (/^\d(\.\d+)?e\+\d+$/i.test(memberNumber)) rejections.push("damaged_member");

  const isTouch = rules.kind === "touches";
  const written = text(isTouch ? "date" : "service_date");
  const day = readDay(written);
  if (written === "") rejections.push("missing_day");
  else if (!day) rejections.push("unreadable_day");
  else if (day > rules.today) rejections.push("future_day");
  else if (day < rules.earliest) rejections.push("early_day");

  const said = isTouch ? touch() : action();
  const isImportable = rejections.length === 0 && !isShifted && day !== undefined;
  return {
    content: {
      memberNumber,
      day: day ?? written,
      what: said.what,
      row: isImportable ? { day, ...said.row } : null,
      cells: [...cells],
    },
    reasons: isShifted ? ["extra_cells"] : isImportable ? notes : rejections,
  };

  function touch() {
    const channel = readChannel(text("channel"));
    if (!channel) rejections.push(text("channel") === "" ? "missing_channel" : "unreadable_channel");
    const reached = readReached(text("reached"));
    if (reached === undefined) notes.push("unreadable_reached");
    const words = channel ? channelWords[channel] : text("channel");
    const how = reached ? { yes: ", reached", no: ", not reached" }[reached] : "";
    return {
      what: `${words}${how}`,
      row: { code: null, channel: channel ?? null, reached: reached ?? null },
    };
  }

  function action() {
    const code = readCode(text("code"));
    if (rules.codes.length > 0 && code === null) rejections.push("missing_code");
    else if (rules.codes.length > 0 && !codeCounts(code ?? "", rules.codes))
      rejections.push("uncounted_code");
    else if (code === undefined) notes.push("unreadable_code");
    return { what: code ?? text("code"), row: { code: code ?? null, channel: null, reached: null } };
  }
}
