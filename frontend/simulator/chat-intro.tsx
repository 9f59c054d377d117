import { startersFor } from "./hints";
import { type PhoneSetup, roleAt } from "./phone-setup";
import type { WorldView } from "./world-view";

type ChatIntroProps = { phone: PhoneSetup; world: WorldView; onFill(text: string): void };

/** An empty chat says what this person could write. */
export function ChatIntro({ phone, world, onFill }: ChatIntroProps) {
  const role = roleAt(world, phone);

  return (
    <div className="chat-intro">
      <p className="font-semibold text-ink">{INTROS[role]}</p>
      <p>Pilih contoh, lalu kirim:</p>
      <ul>
        {startersFor(role).map((text) => (
          <li key={text}>
            <button type="button" className="hint" onClick={() => onFill(text)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const INTROS = {
  owner: "Anda pemilik showroom. Kelola stok dari chat ini.",
  admin: "Anda admin showroom. Kelola stok dari chat ini.",
  sales: "Anda sales. Lead baru akan masuk ke chat ini.",
  customer: "Anda calon pembeli. Tanya saja, asisten showroom menjawab 24 jam.",
  showroom: "Anda memegang HP showroom.",
};
