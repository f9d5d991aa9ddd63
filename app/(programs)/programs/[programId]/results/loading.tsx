import { PageFrame, Section } from "@/components/ui/page-frame";
import { Loading, Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function ResultsLoading() {
  return (
    <PageFrame
      title={
        <>
          <Skeleton className="mb-2 w-28 font-normal" />
          Results
        </>
      }
      lead={<Skeleton className="my-0.5 w-96 max-w-full" />}
      width="reading"
    >
      <Loading label="Counting the results">
        <Skeleton className="my-2 w-56" />
        <Skeleton className="mt-6 mb-4 h-5 w-[36rem] max-w-full" />
        <Skeleton className="h-[464px] md:h-[304px]" />
        <Skeleton className="mt-6 h-20" />
        <Section title="When people replied">
          <Skeleton className="mb-4 h-5 w-80 max-w-full" />
          <Skeleton className="h-[190px]" />
        </Section>
        <Section title="Cost">
          <SkeletonRows rows={2} columns={2} />
        </Section>
      </Loading>
    </PageFrame>
  );
}
