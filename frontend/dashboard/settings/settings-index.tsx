import {
  Bot,
  Building2,
  Clock,
  FlaskConical,
  Globe,
  MessageCircleQuestion,
  Palette,
  Smartphone,
  Store,
  UserRound,
  UsersRound,
} from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "../ui/badge";
import { PageHeader } from "../ui/card";
import { SETTINGS } from "./settings-page";

export type SettingsIndexProps = {
  isOwner: boolean;
  city: string;
  openLabel: string;
  branches: number;
  faqs: number;
  openQuestions: number;
  devices: number;
  devicesDown: number;
  assistantName: string;
};

type Item = { path: string; icon: ReactNode; title: string; text: string; badge?: ReactNode };

/** Everything that can be set, in three groups. */
export function SettingsIndex(props: SettingsIndexProps) {
  return (
    <>
      <PageHeader title="Pengaturan" description="Showroom, WhatsApp, asisten, dan tim Anda." />
      <div className="grid gap-6">
        <Group title="Showroom" items={showroomItems(props)} />
        <Group title="WhatsApp dan asisten" items={chatItems(props)} />
        <Group title="Orang dan akses" items={peopleItems(props)} />
      </div>
    </>
  );
}

function showroomItems({ city, openLabel, branches }: SettingsIndexProps): Item[] {
  return [
    {
      path: "profil",
      icon: <Store />,
      title: "Profil",
      text: city ? `Nama, alamat, dan kontak · ${city}` : "Nama, alamat, dan kontak",
    },
    { path: "tampilan", icon: <Palette />, title: "Tampilan", text: "Logo dan warna situs, dengan pratinjau" },
    { path: "jam", icon: <Clock />, title: "Jam buka", text: `${openLabel} · termasuk hari libur` },
    {
      path: "cabang",
      icon: <Building2 />,
      title: "Cabang",
      text: branches === 0 ? "Belum ada cabang" : `${branches} cabang`,
    },
  ];
}

function chatItems({ devices, devicesDown, assistantName, faqs, openQuestions }: SettingsIndexProps): Item[] {
  return [
    {
      path: "whatsapp",
      icon: <Smartphone />,
      title: "Nomor WhatsApp",
      text: devices === 0 ? "Belum ada nomor" : `${devices} nomor`,
      badge: devicesDown > 0 && (
        <Badge tone="danger" hasDot>
          {devicesDown} terputus
        </Badge>
      ),
    },
    { path: "asisten", icon: <Bot />, title: "Asisten", text: `${assistantName} · gaya bicara, tugas, pengetahuan` },
    {
      path: "faq",
      icon: <MessageCircleQuestion />,
      title: "FAQ",
      text: faqs === 0 ? "Belum ada jawaban siap pakai" : `${faqs} jawaban siap pakai`,
      badge: openQuestions > 0 && <Badge tone="warning">{openQuestions} menunggu jawaban</Badge>,
    },
    { path: "uji-chat", icon: <FlaskConical />, title: "Uji chat", text: "Coba bertanya sebagai pelanggan" },
  ];
}

function peopleItems({ isOwner }: SettingsIndexProps): Item[] {
  return [
    { path: "tim", icon: <UsersRound />, title: "Tim", text: "Admin dan sales, izin, dan PIN WhatsApp" },
    {
      path: "akun",
      icon: <UserRound />,
      title: "Akun saya",
      text: "Kata sandi, perangkat masuk, verifikasi dua langkah",
    },
    ...(isOwner
      ? [{ path: "domain", icon: <Globe />, title: "Domain", text: "Pakai alamat situs milik sendiri" }]
      : []),
  ];
}

function Group({ title, items }: { title: string; items: Item[] }) {
  return (
    <section>
      <h2 className="mb-2 text-[0.9375rem]">{title}</h2>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {items.map(({ path, icon, title: name, text, badge }) => (
          <li key={path}>
            <a href={`${SETTINGS}/${path}`} className="card flex h-full items-start gap-3 p-4 hover:bg-sunken">
              <span aria-hidden="true" className="mt-0.5 text-muted">
                {icon}
              </span>
              <span className="min-w-0">
                <span className="flex flex-wrap items-center gap-2 font-semibold text-ink">
                  {name}
                  {badge}
                </span>
                <span className="block text-muted">{text}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
