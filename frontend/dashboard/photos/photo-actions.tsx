import { ArrowLeft, ArrowRight, EyeOff, Star, Trash2 } from "lucide-react";
import type { FormEvent, ReactNode } from "react";
import { Button, LinkButton } from "../ui/button";
import { type PhotoItem, photoHref } from "./photo-item";

export type PhotoActionsProps = {
  carId: string;
  photo: PhotoItem;
  /** Place in the list, from 1. */
  number: number;
  count: number;
  /** The island's way to do the same without leaving the page. */
  onMove?: (step: -1 | 1) => void;
  onCover?: () => void;
};

/** What can be done to one photo; every button is a form or a link. */
export function PhotoActions({ carId, photo, number, count, onMove, onCover }: PhotoActionsProps) {
  const href = photoHref(carId, photo.id);
  return (
    <div className="flex flex-col gap-1.5 p-1.5">
      {photo.status !== "failed" && (
        <LinkButton href={href} size="sm" icon={<EyeOff aria-hidden="true" className="size-4" />}>
          {(photo.maskCount ?? 0) > 0 ? "Ubah foto" : "Samarkan plat"}
          <span className="sr-only"> foto {number}</span>
        </LinkButton>
      )}
      <div className="flex justify-between [&_.btn]:px-1.5!">
        <IconForm
          action={`${href}/pindah`}
          field={["arah", "maju"]}
          label={`Majukan foto ${number}`}
          isDisabled={number === 1}
          onSubmit={onMove && (() => onMove(-1))}
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
        </IconForm>
        <IconForm
          action={`${href}/pindah`}
          field={["arah", "mundur"]}
          label={`Mundurkan foto ${number}`}
          isDisabled={number === count}
          onSubmit={onMove && (() => onMove(1))}
        >
          <ArrowRight aria-hidden="true" className="size-4" />
        </IconForm>
        <IconForm
          action={`${href}/sampul`}
          label={`Jadikan foto ${number} sampul`}
          isDisabled={photo.isPrimary}
          onSubmit={onCover}
        >
          <Star aria-hidden="true" className="size-4" />
        </IconForm>
        <LinkButton
          href={`${href}/hapus`}
          variant="ghost"
          size="sm"
          aria-label={`Hapus foto ${number}`}
          title={`Hapus foto ${number}`}
        >
          <Trash2 aria-hidden="true" className="size-4" />
        </LinkButton>
      </div>
    </div>
  );
}

type IconFormProps = {
  action: string;
  field?: readonly [name: string, value: string];
  label: string;
  isDisabled: boolean;
  onSubmit?: (() => void) | undefined;
  children: ReactNode;
};

function IconForm({ action, field, label, isDisabled, onSubmit, children }: IconFormProps) {
  const submit = (event: FormEvent) => {
    if (!onSubmit) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <form method="post" action={action} onSubmit={submit}>
      {field && <input type="hidden" name={field[0]} value={field[1]} />}
      <Button variant="ghost" size="sm" aria-label={label} title={label} disabled={isDisabled}>
        {children}
      </Button>
    </form>
  );
}
