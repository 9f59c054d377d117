import { ExternalLink, Trash2 } from "lucide-react";
import { formatCount } from "../../ui/format";
import type { PhotoItem } from "../photos/photo-item";
import { PhotoManager } from "../photos/photo-manager";
import { StatusBadge } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { Card, Facts, PageHeader } from "../ui/card";
import { Alert } from "../ui/feedback";
import { FormErrors } from "../ui/form";
import { KeptForm } from "../ui/kept-form";
import { CarFacts } from "./car-facts";
import { CarFields } from "./car-fields";
import type { CarFormView } from "./car-form-view";
import { CarHistory, type HistoryEntryView } from "./car-history";
import { CarStatusCard, type StatusChoice } from "./car-status-card";
import { STOCK_HREF } from "./stock-view";

export type CarPageProps = {
  car: {
    id: string;
    publicName: string;
    fullModel: string;
    displayCode: string;
    stockCode: string;
    status: string;
    revision: number;
    siteHref: string | null;
    soldLine: string | null;
    views: number;
    leads: number;
    ageDays: number;
  };
  /** null for those who may only read. */
  form: CarFormView | null;
  facts: readonly { term: string; value: string }[];
  photos: readonly PhotoItem[];
  mayEditPhotos: boolean;
  statusChoices: readonly StatusChoice[];
  statusError: string | null;
  soldPrice: string;
  /** Why a draft cannot be public yet; null when it can. */
  whyNotPublic: string | null;
  history: readonly HistoryEntryView[];
  olderHistoryHref: string | null;
  mayDelete: boolean;
  problem: string | null;
};

export function CarPage(props: CarPageProps) {
  const { car, form, photos, mayEditPhotos } = props;
  return (
    <>
      <PageHeader
        title={car.publicName}
        description={`${car.fullModel} · ${car.stockCode}`}
        back={{ href: STOCK_HREF, label: "Stok" }}
        badge={<StatusBadge kind="car" status={car.status} />}
        actions={car.siteHref && <SiteLink href={car.siteHref} />}
      />
      <Problems form={form} problem={props.problem} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="lg:col-start-2 lg:row-start-1">
          <CarStatusCard
            carId={car.id}
            choices={props.statusChoices}
            error={props.statusError}
            notYet={props.whyNotPublic}
            soldPrice={props.soldPrice}
            soldLine={car.soldLine}
          />
        </div>
        <div className="stack lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Card title="Foto" id="foto">
            <PhotoManager carId={car.id} photos={photos} mayEdit={mayEditPhotos} />
          </Card>
          {form ? (
            <EditForm car={car} form={form} hasCameBack={hasProblems(props)} />
          ) : (
            <CarFacts facts={props.facts} />
          )}
        </div>
        <div className="stack lg:col-start-2 lg:row-start-2">
          <Interest car={car} />
          <Card title="Riwayat" id="riwayat">
            <CarHistory entries={props.history} olderHref={props.olderHistoryHref} />
          </Card>
          {props.mayDelete && (
            <LinkButton
              href={`${STOCK_HREF}/${car.id}/hapus`}
              variant="danger-quiet"
              icon={<Trash2 aria-hidden="true" />}
            >
              Hapus unit
            </LinkButton>
          )}
        </div>
      </div>
    </>
  );
}

/** On top of the page: the form begins far below. */
function Problems({ form, problem }: Pick<CarPageProps, "form" | "problem">) {
  if (!hasProblems({ form, problem })) return null;
  return (
    <div className="stack mb-4">
      {form && <FormErrors errors={form.errors} labels={form.labels} />}
      {problem && <Alert tone="danger">{problem}</Alert>}
    </div>
  );
}

function hasProblems({ form, problem }: Pick<CarPageProps, "form" | "problem">): boolean {
  return problem !== null || Object.keys(form?.errors ?? {}).length > 0;
}

function Interest({ car }: Pick<CarPageProps, "car">) {
  return (
    <Card title="Minat">
      <Facts
        items={[
          { term: "Dilihat di website", value: formatCount(car.views) },
          { term: "Leads", value: formatCount(car.leads) },
          { term: "Umur stok", value: car.ageDays === 0 ? "Hari ini" : `${formatCount(car.ageDays)} hari` },
        ]}
      />
    </Card>
  );
}

type EditFormProps = Pick<CarPageProps, "car"> & { form: CarFormView; hasCameBack: boolean };

function EditForm({ car, form, hasCameBack }: EditFormProps) {
  return (
    <KeptForm action={`${STOCK_HREF}/${car.id}`} hasCameBack={hasCameBack} className="stack">
      <input type="hidden" name="revision" value={car.revision} />
      <CarFields form={form} />
      <div className="form-actions">
        <Button variant="primary">Simpan perubahan</Button>
        <LinkButton href={`${STOCK_HREF}/${car.id}`} variant="ghost" data-drop>
          Batalkan isian
        </LinkButton>
      </div>
    </KeptForm>
  );
}

function SiteLink({ href }: { href: string }) {
  return (
    <LinkButton href={href} target="_blank" rel="noopener" icon={<ExternalLink aria-hidden="true" />}>
      Lihat di website
    </LinkButton>
  );
}
