import type { Dice } from "./dice";

/** Real area codes; neither the sample roster, nor the tests, nor our own senders have numbers in them. */
const areaCodes = (
  "201 202 203 205 209 210 213 215 216 217 219 224 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 " +
  "269 270 276 281 301 302 309 310 313 314 316 317 318 319 321 323 325 330 331 334 336 337 347 352 360 361 385 386 " +
  "407 408 409 410 412 413 414 417 419 424 425 430 432 434 435 440 443 458 469 470 475 478 479 480 484 502 504 507 " +
  "508 509 510 513 515 516 517 520 530 540 541 551 559 561 562 563 567 570 571 573 574"
).split(" ");
const tollFreeCodes = ["877", "866", "855", "844", "833"];
const premiumCodes = ["900"];

export type NotTextable = "landline" | "toll_free" | "premium";

/** Fictional numbers, each another one: NPA-555-01XX. Some 11,000 of them. */
export function numberer() {
  const used = new Map<readonly string[], number>();
  return (notTextable: NotTextable | null): string => {
    const codes =
      notTextable === "toll_free" ? tollFreeCodes : notTextable === "premium" ? premiumCodes : areaCodes;
    const n = used.get(codes) ?? 0;
    used.set(codes, n + 1);
    // Stepping through all of them: the simulated carrier goes by the last digits.
    const line = (Math.floor(n / codes.length) * 37 + (n % codes.length)) % 100;
    if (n >= codes.length * 100)
      throw new Error("The demo pilot has more phones than there are fictional numbers.");
    return `+1${codes[n % codes.length]}55501${String(line).padStart(2, "0")}`;
  };
}

/** Of a hundred numbers, 86 can be texted. */
export function lineOf(dice: Dice): NotTextable | null {
  const line = dice.weighted({ mobile: 0.86, landline: 0.123, toll_free: 0.014, premium: 0.003 });
  return line === "mobile" ? null : line;
}
