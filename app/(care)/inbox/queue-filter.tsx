import { X } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { type FilterChoices, filterLanguages } from "@/lib/inbox/types";
import { addressOf, isFiltered, type Place } from "./place";

type Props = { place: Place; choices: FilterChoices };

const languageNames = new Intl.DisplayNames("en", { type: "language" });
const languageName = (tag: string) => languageNames.of(tag) ?? tag;

/** What the inbox is narrowed to, as words that can be taken off, and the way to narrow it. */
export function QueueFilter({ place, choices }: Props) {
  const { programs, campaigns } = choices;
  const nameOf = (list: { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? "Not yours any more";
  const words = [
    place.programId && { words: nameOf(programs, place.programId), without: { programId: undefined } },
    place.language && { words: languageName(place.language), without: { language: undefined } },
    place.campaignId && { words: nameOf(campaigns, place.campaignId), without: { campaignId: undefined } },
  ].filter((one) => typeof one === "object");
  return (
    <div className="border-b px-4 py-1">
      {words.length > 0 && (
        <ul aria-label="Filter" className="flex flex-wrap gap-2 py-1">
          {words.map(({ words: word, without }) => (
            <li key={word}>
              <Link
                href={addressOf({ ...place, ...without, after: undefined })}
                className="inline-flex min-h-7 max-w-full items-center gap-1 rounded bg-accent-soft px-2 text-sm hover:bg-hover max-md:min-h-11"
              >
                <span className="truncate">{word}</span>
                <X aria-hidden className="size-3.5 shrink-0" />
                <span className="sr-only">, take this off</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary className="focus-inset inline-flex min-h-8 cursor-default items-center text-muted text-sm hover:text-ink max-md:min-h-11">
          {isFiltered(place) ? "Change the filter" : "Filter"}
        </summary>
        <form action="/inbox" className="grid gap-2 pb-2">
          {place.view !== "waiting" && <input type="hidden" name="view" value={place.view} />}
          {programs.length > 1 && (
            <Select
              name="program"
              label="Program"
              placeholder="All of mine"
              defaultValue={place.programId ?? ""}
              options={programs.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Select
            name="language"
            label="Language"
            placeholder="Any"
            defaultValue={place.language ?? ""}
            options={filterLanguages.map((tag) => ({ value: tag, label: languageName(tag) }))}
          />
          {campaigns.length > 0 && (
            <Select
              name="campaign"
              label="Campaign"
              placeholder="Any"
              defaultValue={place.campaignId ?? ""}
              options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Button type="submit" className="justify-self-start">
            Show
          </Button>
        </form>
      </details>
    </div>
  );
}
