import type { PhotoView } from "../ui/picture";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import type { CarCardView } from "./car-card";
import { CarDetails, type CarDetailsProps } from "./car-details";
import { CarGallery } from "./car-gallery";
import { CarGrid } from "./car-grid";
import { CarPanel, type CarPanelProps } from "./car-panel";
import { ContactBar } from "./contact-bar";
import { SectionHeading } from "./section-heading";

export type CarPageProps = CarPanelProps &
  CarDetailsProps & {
    /** From the home page down; the last one is this car. */
    breadcrumbs: Crumb[];
    /** Cover first; may be empty. */
    photos: PhotoView[];
    /** Up to six; for a sold car these are what the visitor came for. */
    similar: CarCardView[];
    /** Listing of cars like this one. */
    similarHref: string;
  };

/** Islands: gallery, share. */
export function CarPage(props: CarPageProps) {
  const { offer, similar } = props;

  return (
    <>
      <div className="lg:wrap">
        <Breadcrumbs crumbs={props.breadcrumbs} />
        <article className="grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr] lg:gap-x-12 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <CarGallery photos={props.photos} carName={props.publicName} status={offer.status} />
          <CarPanel
            publicName={props.publicName}
            displayCode={props.displayCode}
            fullModel={props.fullModel}
            summary={props.summary}
            features={props.features}
            offer={offer}
            share={props.share}
          />
          <CarDetails
            specs={props.specs}
            plate={props.plate}
            taxMonth={props.taxMonth}
            conditionNotes={props.conditionNotes}
            description={props.description}
            videoUrl={props.videoUrl}
            location={offer.status === "sold" ? null : props.location}
          />
        </article>
      </div>
      {similar.length > 0 && (
        <section className="wrap mt-14 lg:mt-20" aria-labelledby="serupa">
          <SectionHeading
            id="serupa"
            title={offer.status === "sold" ? "Yang serupa dan masih ada" : "Mobil serupa"}
            link={{ href: props.similarHref, label: "Lihat semua" }}
          />
          <CarGrid cars={similar} />
        </section>
      )}
      <ContactBar offer={offer} />
    </>
  );
}
