"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { DialogLater } from "@/components/ui/dialog-later";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ActionState } from "@/lib/web/types";
import { ActionForm } from "./action-form";

type Props = {
  trigger: ComponentProps<typeof DialogLater>["trigger"];
  title: string;
  description: ReactNode;
  /** The verb, with its reach: "Launch to 1,204 people". */
  confirm: string;
  pending?: string;
  danger?: boolean;
  /** For what reaches many: the number that must be typed, as digits. Sent as `typed`. */
  typed?: string;
  action: (prev: ActionState, data: FormData) => Promise<ActionState>;
  /** Sent along as hidden fields. */
  values?: Record<string, string>;
  children?: ReactNode;
};

/** Asks once more before something that cannot be taken back. Closes by itself on success. */
export function ConfirmDialog({
  trigger,
  title,
  description,
  confirm,
  pending,
  danger,
  typed,
  action,
  values = {},
  children,
}: Props) {
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<string[]>([]);

  function change(next: boolean) {
    setWrong([]);
    setOpen(next);
  }

  // Commas and spaces are how people write numbers; they are not mistakes.
  function check(data: FormData) {
    const right = !typed || String(data.get("typed") ?? "").replace(/[\s,.]/g, "") === typed;
    setWrong(right ? [] : [`Type ${typed} to go on. Nothing was done.`]);
    return right;
  }

  return (
    <DialogLater title={title} description={description} trigger={trigger} open={open} onOpenChange={change}>
      {(buttons) => (
        <ActionForm action={action} onCheck={check} onDone={() => change(false)}>
          {Object.entries(values).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {children}
          {typed && (
            <TextField
              name="typed"
              label={`Type ${typed} to confirm`}
              inputMode="numeric"
              autoComplete="off"
              errors={wrong}
            />
          )}
          {buttons(
            <SubmitButton variant={danger ? "danger" : "primary"} pendingLabel={pending}>
              {confirm}
            </SubmitButton>,
          )}
        </ActionForm>
      )}
    </DialogLater>
  );
}
