# Stages: install (all packages) → build (client, styles, islands) → run (production packages only, not root).
FROM oven/bun:1.4.4-debian AS install
WORKDIR /app
COPY package.json bun.lock ./
RUN bun install --frozen-lockfile

FROM install AS build
COPY . .
RUN bun --no-install scripts/build.ts

FROM oven/bun:1.4.4-debian AS packages
WORKDIR /app
COPY package.json bun.lock ./
RUN bun install --frozen-lockfile --production

FROM oven/bun:1.4.4-debian AS run
WORKDIR /app
ENV NODE_ENV=production
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/package.json /app/tsconfig.json ./
COPY --from=build /app/backend backend
COPY --from=build /app/frontend frontend
COPY --from=build /app/prisma prisma
COPY --from=build /app/scripts/register-showroom.ts scripts/
COPY --from=build /app/dist dist
RUN mkdir -p data uploads && chown bun:bun data uploads
USER bun
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["bun", "-e", "process.exit((await fetch('http://127.0.0.1:3000/health')).ok ? 0 : 1)"]
CMD ["bun", "backend/server.ts"]
