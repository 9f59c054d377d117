import { ClipboardPaste } from "lucide-react";
import { PHOTO_TYPES } from "../photos/photo-item";
import { Button, LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { Alert } from "../ui/feedback";
import { FormErrors } from "../ui/form";
import { KeptForm } from "../ui/kept-form";
import { FileInput, Textarea } from "../ui/text-input";
import { CarFields } from "./car-fields";
import type { CarFormView } from "./car-form-view";
import { STOCK_HREF } from "./stock-view";

export type NewCarPageProps = {
  form: CarFormView;
  /** Of the car that is to be: the form sent twice adds one. */
  carId: string;
  /** The advertisement that was pasted; null when none was. */
  ad: string | null;
  /** Parts of it that say what they are but could not be read: "km: lupa". */
  unread: readonly string[];
  /** The car in stock that has this plate already. */
  existing: { id: string; code: string } | null;
  mayPublish: boolean;
};

export function NewCarPage({ form, carId, ad, unread, existing, mayPublish }: NewCarPageProps) {
  return (
    <div className="mx-auto max-w-3xl stack">
      <PageHeader title="Tambah unit" back={{ href: STOCK_HREF, label: "Stok" }} />
      <PasteAd ad={ad} unread={unread} />
      <KeptForm
        action={`${STOCK_HREF}/baru`}
        encType="multipart/form-data"
        className="stack"
        hasCameBack={Object.keys(form.errors).length > 0}
      >
        <input type="hidden" name="carId" value={carId} />
        <FormErrors errors={form.errors} labels={form.labels} />
        {existing && (
          <Alert tone="info">
            Mobil yang sama?{" "}
            <a className="link" href={`${STOCK_HREF}/${existing.id}`}>
              Buka {existing.code} dan ubah di sana
            </a>
          </Alert>
        )}
        <CarFields form={form} />
        <Card title="Foto">
          <FileInput
            name="photos"
            label="Foto unit"
            error={form.errors.photos}
            isOptional
            hint="Foto pertama menjadi sampul. Maksimal 10 foto sekali unggah, 10 MB per foto. Bisa juga ditambah nanti."
            accept={PHOTO_TYPES}
            multiple
          />
        </Card>
        <div className="form-actions">
          <Button variant="primary" name="next" value="draft">
            Simpan draf
          </Button>
          {mayPublish && (
            <Button name="next" value="publish">
              Simpan dan terbitkan
            </Button>
          )}
          <LinkButton href={STOCK_HREF} variant="ghost" data-drop>
            Batal
          </LinkButton>
        </div>
      </KeptForm>
    </div>
  );
}

function PasteAd({ ad, unread }: Pick<NewCarPageProps, "ad" | "unread">) {
  return (
    <details className="card" open={ad !== null}>
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-4 font-semibold text-ink">
        <ClipboardPaste aria-hidden="true" className="size-4" />
        Sudah punya iklannya? Tempel di sini
      </summary>
      <form method="post" action={`${STOCK_HREF}/baru/iklan`} className="card-body stack">
        <Textarea
          name="ad"
          label="Teks iklan"
          value={ad ?? ""}
          rows={5}
          required
          maxLength={5000}
          hint="Dari OLX, Facebook, atau WhatsApp. Formulir di bawah terisi sendiri, tinggal diperiksa."
        />
        {ad !== null && unread.length > 0 && (
          <Alert tone="warning" title="Ada yang tidak terbaca">
            {unread.join(" · ")}
          </Alert>
        )}
        {ad !== null && unread.length === 0 && (
          <Alert tone="success">Formulir sudah diisi dari iklan. Periksa dulu sebelum disimpan.</Alert>
        )}
        <div className="form-actions">
          <Button>Isi dari iklan</Button>
        </div>
      </form>
    </details>
  );
}
