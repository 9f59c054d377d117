import { History } from "lucide-react";
import { Button, LinkButton } from "../ui/button";
import { Card } from "../ui/card";
import { RadioGroup, Switch } from "../ui/choices";
import { FormErrors } from "../ui/form";
import { Select } from "../ui/select";
import { NumberInput, Textarea, TextInput } from "../ui/text-input";
import { ASSISTANT_LABELS, PERSONALITIES } from "./assistant-labels";
import { type FormState, SETTINGS, SettingsPage } from "./settings-page";

export type AssistantValues = {
  name: string;
  personality: string;
  welcomeMessage: string;
  customerChat: boolean;
  staffCommands: boolean;
  negotiationHints: boolean;
  testDriveBooking: boolean;
  photoSending: boolean;
  afterHoursText: string;
  temperature: string;
  maxOutputTokens: string;
  provider: string;
  extraKnowledge: string;
  escalationWords: string;
};

export type AssistantPageProps = FormState<AssistantValues> & {
  version: number;
  providers: { value: string; label: string; isDisabled?: boolean }[];
};

type Part = FormState<AssistantValues>;

export function AssistantPage({ values, errors, version, providers }: AssistantPageProps) {
  const part = { values, errors };
  return (
    <SettingsPage
      title="Asisten"
      description="Menjawab pelanggan di WhatsApp siang dan malam, dari stok, jam, dan FAQ Anda."
      actions={
        <>
          <LinkButton href={`${SETTINGS}/asisten/riwayat`} icon={<History aria-hidden="true" />}>
            Riwayat{version > 0 && ` (versi ${version})`}
          </LinkButton>
          <LinkButton href={`${SETTINGS}/uji-chat`}>Uji chat</LinkButton>
        </>
      }
    >
      <form method="post" className="stack">
        <FormErrors errors={errors} labels={ASSISTANT_LABELS} />
        <Voice {...part} />
        <Tasks {...part} />
        <Handover {...part} />
        <KnowledgeFields {...part} />
        <Model {...part} providers={providers} />
        <div className="form-actions">
          <Button variant="primary">Simpan</Button>
        </div>
      </form>
    </SettingsPage>
  );
}

function Voice({ values, errors }: Part) {
  return (
    <Card title="Suara">
      <div className="stack">
        <TextInput
          name="name"
          label={ASSISTANT_LABELS.name}
          hint="Dipakai saat memperkenalkan diri: “Saya Rina, asisten Showroom …”."
          value={values.name}
          error={errors.name}
          maxLength={40}
          required
        />
        <RadioGroup
          name="personality"
          legend={ASSISTANT_LABELS.personality}
          value={values.personality}
          error={errors.personality}
          options={Object.entries(PERSONALITIES).map(([value, { label, hint }]) => ({ value, label, hint }))}
        />
        <Textarea
          name="welcomeMessage"
          label={ASSISTANT_LABELS.welcomeMessage}
          hint="Kalimat pertama untuk pelanggan baru. Kosong: sapaan bawaan."
          value={values.welcomeMessage}
          error={errors.welcomeMessage}
          isOptional
        />
      </div>
    </Card>
  );
}

function Tasks({ values, errors }: Part) {
  const tasks = [
    ["customerChat", "Membalas chat pelanggan. Kalau mati, semua chat menunggu orang."],
    ["staffCommands", "Tim bisa menaikkan mobil dan mengubah status lewat WhatsApp."],
    [
      "negotiationHints",
      "Menanggapi tawaran harga dengan sopan dan meneruskannya ke sales; tidak pernah memberi diskon sendiri.",
    ],
    ["testDriveBooking", "Menanyakan hari dan jam, lalu mencatat janji untuk sales."],
    ["photoSending", "Mengirim foto unit yang diminta pelanggan."],
  ] as const;
  return (
    <Card title="Yang boleh dilakukan">
      <div className="grid gap-1">
        {tasks.map(([name, hint]) => (
          <Switch
            key={name}
            name={name}
            label={ASSISTANT_LABELS[name]}
            hint={hint}
            isChecked={values[name]}
            error={errors[name]}
          />
        ))}
      </div>
    </Card>
  );
}

function Handover({ values, errors }: Part) {
  return (
    <Card title="Diteruskan ke orang">
      <div className="stack">
        <Textarea
          name="escalationWords"
          label={ASSISTANT_LABELS.escalationWords}
          hint="Satu kata atau frasa per baris. Pesan yang memuatnya langsung diteruskan ke tim."
          placeholder={"pengacara\nlapor polisi"}
          value={values.escalationWords}
          error={errors.escalationWords}
          isOptional
        />
        <Textarea
          name="afterHoursText"
          label={ASSISTANT_LABELS.afterHoursText}
          hint="Ditambahkan saat asisten menjanjikan balasan sales di luar jam buka. Jam buka berikutnya sudah disebut sendiri."
          rows={2}
          value={values.afterHoursText}
          error={errors.afterHoursText}
          isOptional
        />
      </div>
    </Card>
  );
}

function KnowledgeFields({ values, errors }: Part) {
  return (
    <Card title="Pengetahuan">
      <Textarea
        name="extraKnowledge"
        label={ASSISTANT_LABELS.extraKnowledge}
        hint="Tulis apa adanya: cara reservasi, syarat kredit, layanan antar. Untuk pertanyaan yang sering, lebih pas di FAQ."
        rows={8}
        value={values.extraKnowledge}
        error={errors.extraKnowledge}
        isOptional
      />
    </Card>
  );
}

function Model({ values, errors, providers }: Part & Pick<AssistantPageProps, "providers">) {
  return (
    <Card
      title="Model bahasa"
      description="Hanya dipakai saat aturan bawaan tidak punya jawaban, dan jawabannya dicek dulu terhadap data Anda."
    >
      <div className="form-grid">
        <Select
          name="provider"
          label={ASSISTANT_LABELS.provider}
          className="wide"
          value={values.provider}
          options={providers}
          error={errors.provider}
        />
        <NumberInput
          name="temperature"
          label={ASSISTANT_LABELS.temperature}
          inputMode="decimal"
          hint="0 = kaku dan konsisten, 1 = lebih bebas. Biasanya 0,3."
          value={values.temperature}
          error={errors.temperature}
        />
        <NumberInput
          name="maxOutputTokens"
          label={ASSISTANT_LABELS.maxOutputTokens}
          suffix="token"
          hint="64 sampai 2.000; 400 cukup untuk tiga kalimat."
          value={values.maxOutputTokens}
          error={errors.maxOutputTokens}
        />
      </div>
    </Card>
  );
}
