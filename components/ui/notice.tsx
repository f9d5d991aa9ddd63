import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

const tones = {
  info: { Icon: Info, look: "bg-sunken", icon: "text-accent" },
  success: { Icon: CircleCheck, look: "bg-success-soft", icon: "text-success" },
  warning: { Icon: TriangleAlert, look: "bg-warning-soft", icon: "text-warning" },
  danger: { Icon: CircleAlert, look: "bg-danger-soft", icon: "text-danger" },
} as const;

type Props = Omit<ComponentProps<"div">, "title"> & {
  tone?: keyof typeof tones;
  /** What happened, in one sentence. What is safe and what to do go into children. */
  title?: ReactNode;
};

/** Something to know, beside what it is about. Give role="status" or "alert" only if it appears by itself. */
export function Notice({ tone = "info", title, className, children, ...rest }: Props) {
  const { Icon, look, icon } = tones[tone];
  return (
    <div
      {...rest}
      className={cn(
        "flex gap-2.5 rounded border border-transparent px-3 py-2.5 print:border-line-strong",
        look,
        className,
      )}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", icon)} />
      <div className="grid min-w-0 flex-1 gap-1 [&_a]:underline [&_a]:underline-offset-2">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
