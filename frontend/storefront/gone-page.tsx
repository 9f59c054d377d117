import type { CarCardView } from "./car-card";
import { MessagePage } from "./message-page";
import { SomeCars } from "./not-found-page";

/** A car sold so long ago that its page is gone (410). */
export type GonePageProps = {
  /** "Avanza 2020 Hitam #A01", or null when not to be named. */
  publicName: string | null;
  similarHref: string;
  cars: CarCardView[];
};

export function GonePage({ publicName, similarHref, cars }: GonePageProps) {
  return (
    <>
      <MessagePage
        title={publicName ? `${publicName} sudah lama terjual` : "Mobil ini sudah lama terjual"}
        text="Halamannya sudah kami tutup, tetapi stok baru datang terus."
      >
        <a href={similarHref} className="btn btn-brand mt-7">
          Lihat mobil serupa
        </a>
      </MessagePage>
      <SomeCars cars={cars} />
    </>
  );
}
