import { PhoneIcon, type PhoneIconName } from "./icons";
import type { ShownMessage } from "./message-groups";

/** Everything that is neither words nor a picture. */
export function Attachment({ message }: { message: ShownMessage }) {
  if (message.location) return <LocationCard location={message.location} />;
  if (message.kind === "audio") return <VoiceNote />;
  const file = FILES[message.kind];
  if (!file) return null;
  return (
    <span className="file-card">
      <span className="file-mark">
        <PhoneIcon name={file.icon} />
      </span>
      <span className="min-w-0">
        <b>{message.filename ?? file.title}</b>
        <span>{file.note}</span>
      </span>
    </span>
  );
}

const FILES: Record<string, { icon: PhoneIconName; title: string; note: string }> = {
  image: { icon: "image", title: "Foto", note: "Fotonya tidak tersedia" },
  video: { icon: "video", title: "Video", note: "Video" },
  document: { icon: "document", title: "Dokumen", note: "Dokumen PDF" },
  sticker: { icon: "sticker", title: "Stiker", note: "Stiker WhatsApp" },
  contact: { icon: "contact", title: "Rina Wulandari", note: "Kartu kontak" },
};

/** Heights of the bars, as the drawing of a voice. */
const VOICE = [4, 7, 12, 8, 15, 10, 6, 13, 17, 9, 5, 11, 16, 12, 7, 14, 9, 5, 8, 12, 6, 4, 9, 5];

function VoiceNote() {
  return (
    <span className="voice-note">
      <PhoneIcon name="play" className="voice-play size-6" />
      <svg viewBox="0 0 96 20" aria-hidden="true">
        {VOICE.map((height, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed drawing
          <rect key={index} x={index * 4} y={10 - height / 2} width="2.2" height={height} rx="1.1" />
        ))}
      </svg>
      <span className="voice-mic">
        <PhoneIcon name="mic" className="size-4" />
      </span>
      <span className="sr-only">Pesan suara, 7 detik</span>
      <span className="voice-length" aria-hidden="true">
        0.07
      </span>
    </span>
  );
}

function LocationCard({ location }: { location: { latitude: number; longitude: number } }) {
  const place = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
  return (
    <a
      className="location-card"
      href={`https://www.google.com/maps?q=${location.latitude},${location.longitude}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      <span className="location-map">
        <PhoneIcon name="location" className="size-9" />
      </span>
      <b>Lokasi saya</b>
      <span>{place}</span>
    </a>
  );
}
