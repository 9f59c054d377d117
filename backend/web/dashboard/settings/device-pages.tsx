import { type Context, Hono } from "hono";
import { setDeviceBot } from "@/backend/features/conversations";
import { listBranches, tenantOrigin } from "@/backend/features/tenants";
import {
  type AddedDevice,
  addDevice,
  connectDevice,
  type DeviceConnection,
  disconnectDevice,
  getDevice,
  getDeviceStatus,
  listDevices,
  removeDevice,
  renewWebhookSecret,
} from "@/backend/features/whatsapp";
import { formatPhone } from "@/backend/platform/phone";
import { AddDevicePage, type DeviceValues, WebhookAddressPage } from "@/frontend/dashboard/settings/device-form";
import { DevicePage, RemoveDevicePage } from "@/frontend/dashboard/settings/device-page";
import { DevicesPage } from "@/frontend/dashboard/settings/devices-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { deviceFacts, gatewayChoices, readGateway } from "./device-views";
import { attempt, readForm } from "./form";

const PATH = "/dashboard/pengaturan/whatsapp";

export function devicePages(deps: DashboardDeps): Hono<DashboardEnv> {
  const page = (c: Context<DashboardEnv>, title: string, children: React.ReactNode, status: 200 | 422 = 200) =>
    dashboardPage(c, deps, { title, active: "pengaturan", status, children });

  const form = async (c: Context<DashboardEnv>, values: DeviceValues, errors: Record<string, string> = {}) => {
    const branches = (await listBranches(c.var.ctx)).map(({ id, name }) => ({ value: id, label: name }));
    const children = <AddDevicePage {...{ values, errors, branches, gateways: gatewayChoices(deps.gateways) }} />;
    return page(c, "Tambah nomor", children, Object.keys(errors).length > 0 ? 422 : 200);
  };

  const show = async (c: Context<DashboardEnv>, id: string, connection: DeviceConnection | null) => {
    const device = await getDevice(c.var.ctx, id);
    const { qrImage = null, problem = null } = connection ?? {};
    const facts = deviceFacts(device, deps.defaultGateway, c.var.ctx.clock.now(), c.var.tenant.timezone);
    const children = <DevicePage {...facts} {...{ qrImage, problem, hasOwnWebhook: device.gateway === "fonnte" }} />;
    const scripts = qrImage ? ["device-qr.js"] : [];
    return dashboardPage(c, deps, { title: facts.number, active: "pengaturan", scripts, children });
  };

  const address = (c: Context<DashboardEnv>, path: string) => `${tenantOrigin(c.var.tenant, deps.origin)}${path}`;

  return new Hono<DashboardEnv>()
    .get("/", async (c) => {
      const now = c.var.ctx.clock.now();
      const rows = (await listDevices(c.var.ctx)).map((device) =>
        deviceFacts(device, deps.defaultGateway, now, c.var.tenant.timezone),
      );
      return page(c, "Nomor WhatsApp", <DevicesPage rows={rows} />);
    })
    .get("/baru", (c) => {
      const [first] = gatewayChoices(deps.gateways);
      return form(c, { number: "", gateway: first?.value ?? "", branchId: "" });
    })
    .post("/baru", async (c) => {
      const { text } = await readForm(c);
      const values = { number: text("number"), gateway: text("gateway"), branchId: text("branchId") };
      const { number, branchId } = values;
      const input = { number, gateway: readGateway(values.gateway), token: text("token"), branchId: branchId || null };
      const added = await attempt(() => addDevice(deps, c.var.ctx, input));
      if (!added.ok) return form(c, values, added.errors);
      return afterAdding(c, added.value);
    })
    .get("/:id", async (c) => {
      const id = c.req.param("id");
      const isAsked = c.req.query("periksa") !== undefined;
      return show(c, id, isAsked ? await getDeviceStatus(deps, c.var.ctx, id) : null);
    })
    .post("/:id/sambung", async (c) => {
      const id = c.req.param("id");
      const connection = await connectDevice(deps, c.var.ctx, id);
      if (connection.status !== "connected") return show(c, id, connection);
      return seeOther(c, `${PATH}/${id}`, { kind: "ok", text: "Nomor tersambung." });
    })
    .post("/:id/putus", async (c) => {
      const id = c.req.param("id");
      const connection = await disconnectDevice(deps, c.var.ctx, id);
      if (connection.problem) return show(c, id, connection);
      return seeOther(c, `${PATH}/${id}`, { kind: "ok", text: "Nomor diputuskan." });
    })
    .post("/:id/bot", async (c) => {
      const { text } = await readForm(c);
      const { id } = await getDevice(c.var.ctx, c.req.param("id"));
      const enabled = text("enabled") === "1";
      await setDeviceBot(c.var.ctx, { deviceId: id, enabled });
      return seeOther(c, `${PATH}/${id}`, {
        kind: "ok",
        text: enabled ? "Asisten menjawab lagi di nomor ini." : "Asisten diam di nomor ini.",
        undo: { action: `${PATH}/${id}/bot`, fields: { enabled: enabled ? "" : "1" }, label: "Urungkan" },
      });
    })
    .post("/:id/rahasia", async (c) => {
      const { id, number } = await getDevice(c.var.ctx, c.req.param("id"));
      const { webhookPath } = await renewWebhookSecret(c.var.ctx, id);
      const props = { deviceId: id, number: formatPhone(number), address: address(c, webhookPath), isNew: false };
      return page(c, "Alamat webhook", <WebhookAddressPage {...props} />);
    })
    .get("/:id/hapus", async (c) => {
      const { id, number, conversations } = await getDevice(c.var.ctx, c.req.param("id"));
      return page(c, "Hapus nomor", <RemoveDevicePage {...{ id, number: formatPhone(number), conversations }} />);
    })
    .post("/:id/hapus", async (c) => {
      await removeDevice(c.var.ctx, c.req.param("id"));
      return seeOther(c, PATH, { kind: "ok", text: "Nomor dihapus." });
    });

  /** The address is said in the answer itself: a redirect would have to keep it somewhere. */
  function afterAdding(c: Context<DashboardEnv>, { device, webhookPath }: AddedDevice) {
    const number = formatPhone(device.number);
    if (!webhookPath) return seeOther(c, `${PATH}/${device.id}`, { kind: "ok", text: `Nomor ${number} ditambahkan.` });
    const props = { deviceId: device.id, number, address: address(c, webhookPath), isNew: true };
    return page(c, "Alamat webhook", <WebhookAddressPage {...props} />);
  }
}
