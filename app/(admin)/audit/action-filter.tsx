import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Select } from "@/components/ui/select";
import { type AuditAction, auditWords } from "@/lib/audit/types";

const options = Object.entries(auditWords).map(([value, label]) => ({ value, label }));

/** A form of the browser's own: what is shown stands in the address. */
export function ActionFilter({ action }: { action: AuditAction | undefined }) {
  return (
    <form method="get" action="/audit" className="flex flex-wrap items-end gap-2 print:hidden">
      <Select
        name="action"
        label="Show"
        options={options}
        placeholder="Everything"
        defaultValue={action ?? ""}
        key={action}
        className="w-72 max-w-full"
      />
      <Button type="submit">Apply</Button>
      {action && (
        <ButtonLink href="/audit" variant="quiet">
          Show everything
        </ButtonLink>
      )}
    </form>
  );
}
