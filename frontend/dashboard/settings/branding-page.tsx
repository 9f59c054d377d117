import { CircleCheck, Eye, TriangleAlert } from "lucide-react";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { FormErrors } from "../ui/form";
import { FileInput } from "../ui/text-input";
import { BrandingPreview, type PreviewProps } from "./branding-preview";
import { ColorField } from "./color-field";
import { type FormState, SettingsPage } from "./settings-page";

export type BrandingValues = { primaryColor: string; secondaryColor: string };
export type VerdictView = { label: string; ratio: string; isReadable: boolean; suggestion: string | null };

export type BrandingPageProps = FormState<BrandingValues> & {
  logo: { src: string; width: number; height: number } | null;
  preview: PreviewProps;
  verdicts: VerdictView[];
};

const LABELS = { primaryColor: "Warna utama", secondaryColor: "Warna kedua", logo: "Logo" };

/** "Pratinjau" is a GET of the same page: the live preview asks for it in the background. */
export function BrandingPage({ values, errors, logo, preview, verdicts }: BrandingPageProps) {
  return (
    <SettingsPage title="Tampilan" description="Logo dan warna situs Anda. Perubahan langsung terlihat pengunjung.">
      <form method="post" encType="multipart/form-data" className="stack" data-island="branding">
        <FormErrors errors={errors} labels={LABELS} />
        <Card title="Warna">
          <div className="grid gap-5 lg:grid-cols-[15rem_1fr]">
            <div className="stack">
              <ColorField
                name="primaryColor"
                label="Warna utama"
                hint="Tombol dan tanda penting."
                value={values.primaryColor}
                error={errors.primaryColor}
              />
              <ColorField
                name="secondaryColor"
                label="Warna kedua"
                hint="Aksen kecil di situs."
                value={values.secondaryColor}
                error={errors.secondaryColor}
              />
              <Button
                formMethod="get"
                formEncType="application/x-www-form-urlencoded"
                formNoValidate
                data-preview-button=""
                icon={<Eye aria-hidden="true" />}
              >
                Lihat pratinjau
              </Button>
            </div>
            <BrandingResult preview={preview} verdicts={verdicts} />
          </div>
        </Card>
        <Card title="Logo">
          <div className="stack">
            {logo && (
              <div className="flex flex-wrap items-center gap-3">
                <img
                  src={logo.src}
                  width={logo.width}
                  height={logo.height}
                  alt="Logo sekarang"
                  className="h-12 w-auto rounded border border-line bg-surface p-1"
                />
                <Button name="hapusLogo" value="1" variant="danger-quiet" size="sm" formNoValidate>
                  Hapus logo
                </Button>
              </div>
            )}
            <FileInput
              name="logo"
              label={logo ? "Ganti logo" : "Unggah logo"}
              hint="PNG berlatar transparan paling bagus; JPG dan WebP juga bisa, paling besar 3 MB."
              accept="image/png,image/jpeg,image/webp"
              error={errors.logo}
            />
          </div>
        </Card>
        <div className="form-actions">
          <Button variant="primary">Simpan</Button>
        </div>
      </form>
    </SettingsPage>
  );
}

/** The part that changes while colours are tried. */
export function BrandingResult({ preview, verdicts }: Pick<BrandingPageProps, "preview" | "verdicts">) {
  return (
    <div data-branding-result="" aria-live="polite" className="stack min-w-0">
      <div className="overflow-hidden rounded-lg border border-line">
        <BrandingPreview {...preview} />
      </div>
      <ul className="grid gap-1.5">
        {verdicts.map(({ label, ratio, isReadable, suggestion }) => (
          <li key={label} className="flex items-start gap-2">
            {isReadable ? (
              <CircleCheck aria-hidden="true" className="mt-0.5 text-success" />
            ) : (
              <TriangleAlert aria-hidden="true" className="mt-0.5 text-danger" />
            )}
            <span>
              <strong>{label}</strong>: {isReadable ? "tulisan mudah dibaca" : "tulisan sulit dibaca"} (kontras{" "}
              <span className="num">{ratio}</span>
              {isReadable ? ")" : ", minimal 4,5)"}
              {suggestion && (
                <>
                  . Warna terdekat yang lolos: <strong className="num">{suggestion}</strong>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
