import { plain } from "@/lib/messaging/keyword";
import { squeezed } from "./red-flag-spelling";

/** A text in plain signs, each with the place in the original that it comes from. */
export interface Reading {
  original: string;
  plain: string;
  starts: number[];
  ends: number[];
  tokens: Token[];
}

export interface Token {
  word: string;
  /** Places in the plain text. */
  from: number;
  to: number;
  /** What parts it from the word before: nothing, a comma or a line, or the end of a sentence. */
  parted: 0 | 1 | 2;
}

const traditional =
  "較灘著慮寶嬰兒燒熱頭暈臉腫喘氣動痛醫護車藥殺條噁嘔壓視覺聽見壞醒過嚇臟臂腳語體溫歲個婦產後羅裡裏麼會現對樣離難從鄰" +
  "開關來這點當幾進問題讓應該鐘搐僵硬軟無紅黃綠藍紫發還沒說講話給緊劇烈兩邊側濕減尿潰癢噴凈淨乾幹麻蒼輕" +
  "淚斷續紗墊滿塊鮮傷摔鎮靜劑農觸電淹燙撞掙扎脅罵掐絕望孫媽爸實覺癥嚴張樓級塗馬買貴銀銹鎖門陣衛棄親戀認識網" +
  "聞係繫幻聲監處鬱孿預約週將準備為幫們別總嗎咽嚥鬧濃膿創縫線漲脹乳蹣跚異常變額歪側錯顫東氣剛總飯餓髒謝" +
  "貓雞鳥魚腦漸礙兇號單數據狀況啟";
const simplified =
  "较滩着虑宝婴儿烧热头晕脸肿喘气动痛医护车药杀条恶呕压视觉听见坏醒过吓脏臂脚语体温岁个妇产后罗里里么会现对样离难从邻" +
  "开关来这点当几进问题让应该钟搐僵硬软无红黄绿蓝紫发还没说讲话给紧剧烈两边侧湿减尿溃痒喷净净干干麻苍轻" +
  "泪断续纱垫满块鲜伤摔镇静剂农触电淹烫撞挣扎胁骂掐绝望孙妈爸实觉症严张楼级涂马买贵银锈锁门阵卫弃亲恋认识网" +
  "闻系系幻声监处郁孪预约周将准备为帮们别总吗咽咽闹浓脓创缝线涨胀乳蹒跚异常变额歪侧错颤东气刚总饭饿脏谢" +
  "猫鸡鸟鱼脑渐碍凶号单数据状况启";
const simpler = new Map([...traditional].map((sign, at) => [sign, [...simplified][at] ?? sign]));

const laughing = /[😂🤣😆😹💀☠]/u;
const isWord = /[\p{L}\p{N}]/u;

/** Single signs, and so nobody's words. */
const writtenAs = new Map<string, string>();
const mostSigns = 4_096;

function simplyWritten(sign: string): string {
  const written = laughing.test(sign) ? " lol " : sign === "🩸" ? " blood " : plain(sign);
  return [...written].map((unit) => simpler.get(unit) ?? unit).join("");
}

/** Half a million letters would be the same text as sixteen hundred: who is in danger says so at an end of it. */
const longestPart = 4_000;

export function readingOf(text: string): Reading {
  const original =
    text.length > 2 * longestPart ? `${text.slice(0, longestPart)}\n${text.slice(-longestPart)}` : text;
  const reading: Reading = { original, plain: "", starts: [], ends: [], tokens: [] };
  let at = 0;
  for (const sign of original) {
    const written = writtenAs.get(sign) ?? simplyWritten(sign);
    if (writtenAs.size < mostSigns) writtenAs.set(sign, written);
    reading.plain += written;
    for (let part = 0; part < written.length; part++) {
      reading.starts.push(at);
      reading.ends.push(at + sign.length);
    }
    at += sign.length;
  }
  reading.tokens = tokensOf(reading.plain);
  return reading;
}

// A dot within a number is no end of a sentence, and neither is a row of dots, with which people take a breath.
const pieces =
  /\d+(?:[.,]\d+)?|(?!\p{Script=Han})\p{L}(?:(?!\p{Script=Han})[\p{L}\p{N}])*|\/|\.{2,}|[.!?;。！？；]|[,:()\n\r…，、：]|\s-+\s|\p{Script=Han}/gu;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let parted: Token["parted"] = 0;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const isHan = /\p{Script=Han}/u.test(piece);
    if (piece === "/" || (isWord.test(piece) && !isHan)) {
      tokens.push({ word: piece, from: index, to: index + piece.length, parted });
      parted = 0;
    } else if (/^[.!?;。！？；]$/u.test(piece)) parted = 2;
    else if (parted === 0) parted = 1;
  }
  return tokens;
}

/** The piece of the original text from which a piece of the plain text came. */
export const wordsOf = ({ original, starts, ends }: Reading, from: number, to: number): string =>
  original.slice(starts[from] ?? 0, ends[to - 1] ?? original.length);

/** Pairs of words that are one, squeezed, by the second of the two. */
export type JoinedWords = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function joinedWords(pairs: Record<string, string>): JoinedWords {
  const joined = new Map<string, Map<string, string>>();
  for (const [pair, whole] of Object.entries(pairs)) {
    const second = squeezed(pair.split(" ")[1] ?? "");
    joined.set(second, (joined.get(second) ?? new Map()).set(squeezed(pair), whole));
  }
  return joined;
}

/** Tokens of which pairs like "can not" and "don t" are one. */
export function joinTokens(tokens: Token[], joined: JoinedWords): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const before = result.at(-1);
    const pairs = before && token.parted === 0 ? joined.get(squeezed(token.word)) : undefined;
    const word = before && pairs?.get(squeezed(`${before.word} ${token.word}`));
    if (before && word) result[result.length - 1] = { ...before, word, to: token.to };
    else result.push(token);
  }
  return result;
}
