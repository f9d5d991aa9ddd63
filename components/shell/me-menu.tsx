import { LogOut } from "lucide-react";
import { Button } from "@/components/ui/button";
import { AlertSettings } from "./alert-settings";
import { KeysButton } from "./keys-button";
import { ThemeSwitch } from "./theme-switch";

export type Me = {
  name: string;
  /** In words: "Nurse", "Program manager". */
  role: string;
  /** A server action, or the address that a sign-out form posts to. */
  signOut: string | ((data: FormData) => void | Promise<void>);
};

/** The browser's own popover: closes on Escape and outside presses, and costs no script. */
export function MeMenu({ me }: { me: Me }) {
  const initials = me.name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part[0])
    .join("")
    .toUpperCase();

  return (
    <>
      <button
        type="button"
        popoverTarget="me-menu"
        aria-label={`${me.name}, account and appearance`}
        className="group -mr-1.5 flex size-11 shrink-0 items-center justify-center rounded md:mr-0 md:size-8"
      >
        <span className="flex size-8 items-center justify-center rounded bg-accent-soft font-semibold text-accent text-sm group-hover:bg-hover">
          {initials}
        </span>
      </button>
      <div
        id="me-menu"
        popover="auto"
        className="fixed inset-auto top-[calc(var(--shell-top)-0.25rem)] right-3 m-0 w-72 rounded bg-raised p-4 text-ink shadow-menu"
      >
        <p className="font-semibold">{me.name}</p>
        <p className="text-muted">{me.role}</p>
        <div className="my-4">
          <ThemeSwitch />
        </div>
        <div className="mb-2">
          <AlertSettings />
          <KeysButton />
        </div>
        <form action={me.signOut} method={typeof me.signOut === "string" ? "post" : undefined}>
          <Button type="submit" className="w-full">
            <LogOut aria-hidden />
            Sign out
          </Button>
        </form>
      </div>
    </>
  );
}
