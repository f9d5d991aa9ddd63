const firstNames =
  "Rosa Luis Ana José Mary John Maria Wei Linh Amina Fatima Carlos Elena Grace Noah Ava Mía Sofía Thiago Kofi Olga Ivan Yuna Hana Samuel Ruth Isaac Leah Omar Zoe".split(
    " ",
  );
const syllables =
  "mar rin lo pez gar cía ru iz nú ñez hen der son o'ha ra kel ler wil liams bro oks chen ta naka ok afor sil va pe reira ko val ski dup ont".split(
    " ",
  );
const areas =
  "201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 331 334 336 337 339 346 347 351 352 360 361 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 425 430 432 434 435 440 442 443 458 469 470 475 478 479 480 484".split(
    " ",
  );
const places = "10001,NY 02139,MA 60601,IL 77004,TX 92113,CA 33125,FL 2139,MA 98101,WA".split(" ");

export const dirtyHeading =
  "MBR_NBR,Member Name,DOB,MOBILE_PHONE,Pref Language,Address 1,ZIP_CODE,ST,LOB,Cohort,EDD,Mbr Status,SMS Consent,Consent Date";

/** A roster of `rows` people in pieces, about one row in ten with something wrong; the same each time. */
export async function* dirtyRoster(rows: number): AsyncGenerator<Buffer> {
  const dice = diceOf(20_260_304);
  yield Buffer.from(`\uFEFF${dirtyHeading}\r\n`);
  for (let from = 0; from < rows; from += 500) {
    const lines = Array.from({ length: Math.min(500, rows - from) }, (_, i) => lineOf(from + i, dice));
    yield Buffer.from(`${lines.join("\r\n")}\r\n`);
  }
}

type Dice = (below: number) => number;

function lineOf(n: number, dice: Dice): string {
  const cells = cellsOf(n, dice);
  const damage = dice(100);
  const spoil = damages[damage];
  if (spoil) spoil(cells, dice);
  return damage === 20 ? `\r\n${cells.join(",")}` : damage === 21 ? dirtyHeading : cells.join(",");
}

function cellsOf(n: number, dice: Dice): string[] {
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  const last = pick(syllables) + pick(syllables) + (dice(2) ? pick(syllables) : "");
  const year = dice(3) === 0 ? 2006 + dice(20) : 1950 + dice(56);
  const day = `${1 + dice(12)}/${1 + dice(28)}/${year}`;
  const phone = `(${pick(areas)}) 555-01${String(dice(100)).padStart(2, "0")}`;
  return [
    ...[
      `VC${1_000_000 + n}`,
      `"${last.charAt(0).toUpperCase()}${last.slice(1)}, ${pick(firstNames)}"`,
      day,
      phone,
    ],
    ...[
      dice(4) ? "English" : "Spanish",
      `${1 + dice(999)} Elm Street`,
      pick(places),
      dice(2) ? "Medicaid" : "CHIP",
    ],
    ...[dice(5) ? "" : "prenatal", dice(20) ? "" : "6/30/2026", dice(30) ? "Active" : "Termed"],
    ...[dice(10) ? "Y" : "", dice(3) ? "2026-01-05" : ""],
  ];
}

/** By the throw of a hundred-sided die; most throws spoil nothing. */
const damages: Record<number, (cells: string[], dice: Dice) => void> = {
  0: (cells) => cells.splice(0, 1, ""),
  1: (cells) => cells.splice(2, 1, ""),
  2: (cells) => cells.splice(2, 1, "34471"),
  3: (cells) => cells.splice(2, 1, "5/17/94"),
  4: (cells) => cells.splice(3, 1, "3.12556E+09"),
  5: (cells) => cells.splice(3, 1, "555-0123"),
  6: (cells) => cells.splice(3, 1, "N/A"),
  7: (cells) => cells.splice(12, 1, "maybe"),
  8: (cells, dice) => cells.splice(0, 1, `VC${1_000_000 + dice(1_000)}`),
  9: (cells) => cells.push("x", "y", "z"),
  10: (cells) => cells.splice(1, 1, "Rosa Mar\u00C3\u00ADn"),
  11: (cells) => cells.splice(8),
};

/** Whole numbers from 0 up to `below`, in an order that looks thrown and is the same each time. */
function diceOf(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
