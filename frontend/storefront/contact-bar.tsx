import { Icon } from "../ui/icons";
import type { OfferView } from "./car-panel";

/** The two ways to ask, always under the thumb on phones. */
export function ContactBar({ offer }: { offer: OfferView }) {
  return (
    <>
      <div aria-hidden="true" className="contact-space lg:hidden" />
      <section
        aria-label="Hubungi kami"
        className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-white px-4 pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] lg:hidden"
      >
        <ContactButtons offer={offer} className="flex gap-2.5" />
      </section>
    </>
  );
}

export function ContactButtons({ offer, className }: { offer: OfferView; className: string }) {
  if (offer.status === "sold") {
    return (
      <div className={className}>
        {offer.askSimilarUrl && (
          <a href={offer.askSimilarUrl} className="btn btn-whatsapp flex-[1.3] px-2 whitespace-nowrap">
            <Icon name="whatsapp" />
            Minta dicarikan
          </a>
        )}
        <a href={offer.similarHref} className="btn btn-line flex-1 px-2">
          Lihat serupa
        </a>
      </div>
    );
  }

  return (
    <div className={className}>
      {offer.whatsappUrl && (
        <a href={offer.whatsappUrl} className="btn btn-whatsapp flex-[1.3] px-2 whitespace-nowrap">
          <Icon name="whatsapp" />
          Chat WhatsApp
        </a>
      )}
      {offer.salesUrl && (
        <a href={offer.salesUrl} className="btn btn-line flex-1 px-2">
          Chat Sales
        </a>
      )}
    </div>
  );
}
