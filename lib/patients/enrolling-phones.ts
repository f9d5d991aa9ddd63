import type { Ctx } from "@/lib/context";
import { recordSuppliedConsents } from "./consent";
import type { Known } from "./enrolling";
import { addPhones, keyOf, type Link, linkPhones, type PreparedPhones } from "./phone-link";

/** What a file says of these people's phones and consents. The caller holds their rows locked, or has made them. */
export async function savePhonesAndConsents(
  tx: Ctx,
  rosterId: string,
  { known, phones }: { known: readonly Known[]; phones: PreparedPhones },
): Promise<void> {
  const phoneIds = await addPhones(tx, phones);
  const supplied = known.flatMap(({ keptId, isNew, row }) => {
    const phoneId = row.phone && phoneIds.get(row.phone.e164);
    return phoneId ? [{ patientId: keptId, isNew, phoneId, given: row.consent, givenOn: row.consentOn }] : [];
  });
  const valid = await linkPhones(tx, onceEach(supplied));
  const said = valid.flatMap(({ given, ...link }) => (given === null ? [] : [{ ...link, given }]));
  await recordSuppliedConsents(tx, rosterId, said);
}

/** Two rows may be of one person whose records were joined: then a no prevails. */
function onceEach<S extends Link & { given: boolean | null }>(supplied: readonly S[]): S[] {
  const byLink = new Map<string, S>();
  for (const each of supplied) {
    const earlier = byLink.get(keyOf(each));
    if (!earlier || each.given === false || (earlier.given === null && each.given !== null))
      byLink.set(keyOf(each), each);
  }
  return [...byLink.values()];
}
