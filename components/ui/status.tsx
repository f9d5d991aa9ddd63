import { CircleAlert, CircleCheck, CircleDashed, CircleDot, Siren, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const tones = {
  neutral: { Icon: CircleDashed, look: "text-muted" },
  active: { Icon: CircleDot, look: "text-accent" },
  success: { Icon: CircleCheck, look: "text-success" },
  warning: { Icon: TriangleAlert, look: "text-warning" },
  danger: { Icon: CircleAlert, look: "text-danger" },
  urgent: { Icon: TriangleAlert, look: "rounded bg-urgent px-1.5 text-on-urgent" },
  emergency: { Icon: Siren, look: "rounded bg-emergency px-1.5 text-on-emergency" },
} as const;

export type StatusTone = keyof typeof tones;

type Props = { tone?: StatusTone; icon?: ReactNode; className?: string; children: ReactNode };

/** A state as icon and word. `urgent` and `emergency` are filled and belong to waiting patients only. */
export function Status({ tone = "neutral", icon, className, children }: Props) {
  const { Icon, look } = tones[tone];
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1.5 py-px text-sm md:whitespace-nowrap font-medium [&_svg]:size-3.5 [&_svg]:shrink-0",
        look,
        className,
      )}
    >
      {icon ?? <Icon aria-hidden />}
      {children}
    </span>
  );
}
