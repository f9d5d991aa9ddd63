import { type Calendar, minutes } from "./calendar";
import { deskOf, type Matter } from "./desk";
import type { Dice } from "./dice";
import type { Ids } from "./ids";
import { actDayOf, type Nature } from "./natures";
import { helpReply, stopConfirmation } from "./our-phrases";
import { said, saidBack, visited } from "./phrases";
import type { Rows } from "./rows";
import type { Staff } from "./staff";
import { isSilent, recordStop } from "./stopping";
import type { Contact, TextWriter } from "./texts";

interface Coming {
  at: number;
  contact: Contact;
  matter: Matter | "help" | "stop";
}

export interface Talk {
  rows: Rows;
  natures: ReadonlyMap<string, Nature>;
  staff: Staff;
  calendar: Calendar;
  ids: Ids;
  dice: Dice;
  texts: TextWriter;
  now: number;
  /** The same by the machine's time, which leases are told by. */
  clock: number;
}

/** Everything that patients wrote and nurses answered, in the order of time. What is not dealt with by now never came. */
export function converse(talk: Talk, contacts: Contact[]): void {
  const { rows, calendar, ids, dice, texts, now } = talk;
  const desk = deskOf(rows, talk);
  const answeredAt = new Map<Contact, number>();
  // Latest first, so that the next one is taken from the end.
  const queue = contacts.flatMap((contact) => comingFrom(talk, contact)).sort((a, b) => b.at - a.at);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { at, contact, matter } = next;
    if (at > now - 2 * minutes || isSilent(contact.household.phone)) continue;
    if (matter === "stop" || matter === "help") answerKeyword(next, matter);
    else listen(next, matter);
  }

  function listen({ at, contact }: Coming, matter: Matter): void {
    const { household, thread, step } = contact;
    const turn = desk.nextTurn(at);
    const waitsAlready = (answeredAt.get(contact) ?? 0) > at;
    if (!waitsAlready && turn.endsAt > now - 2 * minutes) return;
    const language = household.language === "es" && dice.yes(0.06) ? "en" : household.language;
    const phrases = matter === "back" ? saidBack : matter === "visited" ? visited : said[matter];
    const messageId = texts.receive(thread, dice.pick(phrases[language]), at);
    step.repliedAt ??= new Date(at);
    if (waitsAlready) return;
    turn.done();
    answeredAt.set(contact, turn.endsAt);
    const { replied } = desk.deal({ contact, matter, language, at, messageId }, turn);
    if (replied && matter !== "back" && matter !== "visited" && dice.yes(0.4)) {
      const back = calendar.awakeFrom(turn.endsAt + (2 + dice.delay(10, 1.2)) * minutes);
      queue.push({ at: back, contact, matter: "back" });
      // Nearly in order already.
      for (let i = queue.length - 1; i > 0 && (queue[i - 1]?.at ?? 0) < back; i -= 1)
        [queue[i - 1], queue[i]] = [queue[i] as Coming, queue[i - 1] as Coming];
    }
  }

  function answerKeyword({ at, contact }: Coming, keyword: "stop" | "help"): void {
    const { household, thread, step } = contact;
    const { language } = household;
    const words =
      keyword === "help" ? said.help[language] : ["STOP", "Stop", language === "es" ? "ALTO" : "STOP"];
    const messageId = texts.receive(thread, dice.pick(words), at);
    if (keyword === "help") step.repliedAt ??= new Date(at);
    else recordStop(rows, ids, contact, { source: "keyword", by: null, messageId, at: new Date(at) });
    texts.send(thread, {
      purpose: keyword === "help" ? "help_reply" : "stop_confirmation",
      body: (keyword === "help" ? helpReply : stopConfirmation)[language],
      at: at + 5,
    });
  }
}

function comingFrom({ natures, calendar, dice }: Talk, contact: Contact): Coming[] {
  const nature = natures.get(contact.member.id);
  if (!nature || contact.arrivedAt === null) return [];
  const coming: Coming[] = [];
  const at = calendar.awakeFrom(contact.arrivedAt + nature.replyAfter);
  if (nature.stops) return [{ at, contact, matter: "stop" }];
  if (nature.says) coming.push({ at, contact, matter: nature.says });
  const actDay = actDayOf(contact.household, nature, true, calendar);
  const tells = dice.yes(0.06);
  const tellsAt = dice.between(9, 19);
  if (tells && actDay !== null)
    coming.push({ at: calendar.at(actDay + 1, tellsAt), contact, matter: "visited" });
  return coming;
}
