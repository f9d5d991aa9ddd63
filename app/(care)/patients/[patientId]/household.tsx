import Link from "next/link";
import { displayPhone } from "@/lib/patients/phone-number";
import type { Household, SharedPhone } from "@/lib/patients/types-record";

/** Who else is on their numbers, and on the numbers of those. */
export function HouseholdList({ household: { phones, outside, more } }: { household: Household }) {
  if (phones.length === 0 && outside === 0)
    return <p className="text-muted">Nobody else uses their numbers.</p>;
  return (
    <div className="grid gap-1">
      <ul className="grid gap-1">
        {phones.map((phone) => (
          <li key={phone.number}>
            {phone.own ? "Shares " : "And "}
            <span className="whitespace-nowrap tabular-nums">{displayPhone(phone.number)}</span>
            {phone.own ? " with " : " joins "}
            <People phone={phone} />.
          </li>
        ))}
      </ul>
      {outside > 0 && (
        <p className="text-muted">
          {countOf(outside)} of the household {outside === 1 ? "is" : "are"} outside your programs.
        </p>
      )}
      {more && <p className="text-muted">There may be more people than the 50 that were looked at.</p>}
    </div>
  );
}

const countOf = (n: number) => (n === 1 ? "1 person" : `${n} people`);

/** "Luis Marín, 2, Ana Marín, 30, and 1 person outside your programs" */
function People({ phone: { people, outside } }: { phone: SharedPhone }) {
  return (
    <>
      {people.map(({ id, name, age }, i) => (
        <span key={id}>
          {i > 0 && " and "}
          <Link
            href={`/patients/${id}`}
            prefetch={false}
            className="inline-flex min-h-6 items-center rounded text-accent underline underline-offset-2 max-md:min-h-11"
          >
            {name}
          </Link>
          {`, ${age}`}
        </span>
      ))}
      {outside > 0 && `${people.length > 0 ? " and " : ""}${countOf(outside)} outside your programs`}
    </>
  );
}
