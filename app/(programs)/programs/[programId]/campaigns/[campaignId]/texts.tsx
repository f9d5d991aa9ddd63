import { PhonePreview } from "@/app/(programs)/programs/[programId]/campaigns/phone-preview";
import { Section } from "@/components/ui/page-frame";
import { type CampaignText, exampleName, languageWords } from "@/lib/campaigns/types";

export function Texts({ texts }: { texts: CampaignText[] }) {
  return (
    <Section title="What it says" lead={`As somebody named ${exampleName} would get it.`}>
      <div className="grid gap-4 md:grid-cols-2">
        {texts.map(({ language, example, segments }) => (
          <PhonePreview
            key={language}
            label={`In ${languageWords[language]}`}
            language={language}
            text={example}
          >
            <p className="figures text-muted text-sm">
              {segments} {segments === 1 ? "segment" : "segments"}
            </p>
          </PhonePreview>
        ))}
      </div>
    </Section>
  );
}
