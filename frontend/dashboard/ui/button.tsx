import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger" | "danger-quiet";

type ButtonLook = {
  /** One primary per page; "danger" only on the page that asks for confirmation. Default: secondary. */
  variant?: ButtonVariant;
  size?: "sm" | "md";
  /** An icon of lucide-react, before the words. */
  icon?: ReactNode;
};

export type ButtonProps = ButtonLook & ButtonHTMLAttributes<HTMLButtonElement>;

/** A button; submits the form it is in unless `type` says otherwise. */
export function Button({ variant, size, icon, className, type = "submit", children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass(variant, size, className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}

export type LinkButtonProps = ButtonLook & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A link that looks like a button: for what leads somewhere and changes nothing. */
export function LinkButton({ variant, size, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <a className={buttonClass(variant, size, className)} {...rest}>
      {icon}
      {children}
    </a>
  );
}

function buttonClass(variant: ButtonVariant = "secondary", size: "sm" | "md" = "md", className = ""): string {
  return ["btn", `btn-${variant}`, size === "sm" && "btn-sm", className].filter(Boolean).join(" ");
}
