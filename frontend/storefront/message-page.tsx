import type { ReactNode } from "react";
import { CarIcon } from "../ui/icons";

export type MessagePageProps = { title: string; text: string; children?: ReactNode };

/** A page that mostly says one thing. */
export function MessagePage({ title, text, children }: MessagePageProps) {
  return (
    <div className="wrap pt-12 text-center lg:pt-20">
      <span className="mx-auto grid size-24 place-items-center rounded-full bg-brand-tint">
        <CarIcon className="w-14 text-brand-ink" />
      </span>
      <h1 className="mx-auto mt-6 max-w-2xl text-3xl lg:text-4xl">{title}</h1>
      <p className="mx-auto mt-3 max-w-xl text-lg text-pretty">{text}</p>
      {children}
    </div>
  );
}
