type Viewer = { (options: Record<string, unknown>): unknown; presets: { apis: unknown } };

declare global {
  interface Window {
    SwaggerUIBundle?: Viewer;
  }
}

const viewer = window.SwaggerUIBundle;
viewer?.({
  url: "/api/openapi.json",
  dom_id: "#viewer",
  presets: [viewer.presets.apis],
  // Asking the public validator would tell strangers our address.
  validatorUrl: null,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  docExpansion: "list",
  filter: true,
  persistAuthorization: false,
});

export {};
