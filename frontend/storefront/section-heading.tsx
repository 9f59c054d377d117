import { Icon } from "../ui/icons";

export type SectionHeadingProps = { id: string; title: string; link?: { href: string; label: string } };

export function SectionHeading({ id, title, link }: SectionHeadingProps) {
  return (
    <div className="mb-5 flex min-h-11 items-center justify-between gap-4 lg:mb-7">
      <h2 id={id} className="text-2xl lg:text-3xl">
        {title}
      </h2>
      {link && (
        <a href={link.href} className="textlink hidden min-h-11 shrink-0 items-center gap-1.5 sm:flex">
          {link.label}
          <Icon name="arrow-right" className="size-4" />
        </a>
      )}
    </div>
  );
}
