// Generated from openapi.json by client/scripts/writeTypes.ts; a test fails when it is not fresh.
// biome-ignore-all format: generated
// biome-ignore-all lint: generated

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether everything it needs works
         * @description 503 not_ready with the same checks as a member when one fails.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chains/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The chains followed
         * @description A plain array, the first chain first: the one that is meant where chain_id is left out.
         */
        get: operations["listChains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chains/{chain_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One chain */
        get: operations["getChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chains/{chain_id}/sync-state/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the tables follow the chain
         * @description live: within 25 blocks (and CONFIRMATIONS) of the head. backfilling: further behind and moving. stalled: halted, or nothing heard for 60 s from whoever should be moving.
         */
        get: operations["getSyncState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns, filtered and ordered */
        get: operations["listCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/search/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Campaigns found by text, the most relevant first
         * @description Finds stems, the beginning of the last word, accents either way, and words that nobody uses as if mistyped (`corrections`). Relevance is text × (1 + ln(1 + donors within 7 days) / 4); text weighs title 1, blurb, tags and category 0.4, creator and place 0.2, the story 0.02. `facets` count what each category and status would give. A word that very many campaigns use is looked for, by relevance, in titles, of very many in the newest, and where those are too few in the newest stories; the 120 whose titles say it best are taken, then the newest, and, where no word is excluded, of the fifty campaigns that move most those whose titles say it; `exhaustive` is false then, and `count` and `facets` are of those. Beside `category`, and beside `status=ACTIVE` alone, they are taken of those categories and of as many as have so many open ones (240 at most; of very many among which open ones lie the newest 120, then 600), and `facets` tell of another choice what sixty of the newest give (`facets_exhaustive` is false then in any case); beside other filters 300 titles and as many of the newest stories. Where fewer than twenty are found that pass, all are looked through. Of a beginning that very many words or campaigns share the twelve most used words are meant, and a last word that more than 150 campaigns use is taken for finished. `highlights` are HTML: escaped text with <mark>.
         */
        get: operations["searchCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{address}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One campaign */
        get: operations["getCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{address}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A campaign's metadata, once resolved
         * @description Until then 404, with the code metadata_absent (the campaign has no CID), metadata_pending or metadata_failed, and the members `cid` and `state`.
         */
        get: operations["getCampaignMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{address}/contributions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each donor gave, one row a donor
         * @description The newest donor first.
         */
        get: operations["listCampaignContributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{address}/donations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every donation, one row each
         * @description The newest first; donations that a reorg took away are not among them.
         */
        get: operations["listCampaignDonations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{address}/events/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of one campaign, its creation included
         * @description The newest first.
         */
        get: operations["listCampaignEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{address}/timeseries/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Donations over time, with the running total
         * @description Oldest first, UTC; hours or days without a donation are left out.
         */
        get: operations["getCampaignTimeseries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/facets/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many campaigns each choice of a filter would give
         * @description The filters are those of the list. Every group is counted as if it were not filtered by itself, so that one sees what another choice would give. The 24 most used tags are told.
         */
        get: operations["countCampaignFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{address}/gifts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What its donations are like, and how many people gave each day */
        get: operations["getCampaignGifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/creators/{address}/campaigns/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The campaigns of one creator
         * @description Filters and orderings as for all campaigns; empty for an address that made none.
         */
        get: operations["listCreatorCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/donors/{address}/contributions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one donor gave, one row a campaign
         * @description The campaign first given to last comes first; empty for an address that gave nothing.
         */
        get: operations["listDonorContributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event read from the chain
         * @description The newest first; none of hidden campaigns.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, as it happens (Server-Sent Events)
         * @description Events in the order in which they were indexed, each with an `id`; the header `Last-Event-ID` (EventSource
         *     sends it by itself) goes on after one, as does `after` where the header is not sent; a new stream begins with an id and nothing else, to go
         *     on from if nothing comes. `campaign`, `donation`, `withdrawal`, `refund`: `event_id`, `campaign_address`,
         *     `account_address`, `amount_wei`, `tx_hash`, `block_number`. `reorg`: what `removed_event_ids` names did not happen, the
         *     chain stands at `last_block`; what happened instead follows. `metadata`: `campaign_address`. `reset`: too much changed to be told,
         *     ask for the state anew. A comment every 15 seconds shows that the stream lives. Who reads too slowly is disconnected.
         */
        get: operations["openStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/campaigns.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every campaign with its totals, as CSV
         * @description One snapshot in a fixed order, nothing of hidden campaigns, amounts in exact wei. `X-Block-Number` and `X-Block-Range` say what it covers; the trailer `Repr-Digest` is its SHA-256 (RFC 9530). CSV text that a spreadsheet would run is preceded by an apostrophe.
         */
        get: operations["exportCampaignsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/campaigns.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every campaign with its totals, as NDJSON
         * @description One snapshot in a fixed order, nothing of hidden campaigns, amounts in exact wei. `X-Block-Number` and `X-Block-Range` say what it covers; the trailer `Repr-Digest` is its SHA-256 (RFC 9530). CSV text that a spreadsheet would run is preceded by an apostrophe.
         */
        get: operations["exportCampaignsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/contributions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each donor gave to each campaign, as CSV
         * @description One snapshot in a fixed order, nothing of hidden campaigns, amounts in exact wei. `X-Block-Number` and `X-Block-Range` say what it covers; the trailer `Repr-Digest` is its SHA-256 (RFC 9530). CSV text that a spreadsheet would run is preceded by an apostrophe.
         */
        get: operations["exportContributionsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/contributions.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each donor gave to each campaign, as NDJSON
         * @description One snapshot in a fixed order, nothing of hidden campaigns, amounts in exact wei. `X-Block-Number` and `X-Block-Range` say what it covers; the trailer `Repr-Digest` is its SHA-256 (RFC 9530). CSV text that a spreadsheet would run is preceded by an apostrophe.
         */
        get: operations["exportContributionsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/events.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event read from the chain, removed ones too, as CSV
         * @description One snapshot in a fixed order, nothing of hidden campaigns, amounts in exact wei. `X-Block-Number` and `X-Block-Range` say what it covers; the trailer `Repr-Digest` is its SHA-256 (RFC 9530). CSV text that a spreadsheet would run is preceded by an apostrophe.
         */
        get: operations["exportEventsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/events.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event read from the chain, removed ones too, as NDJSON
         * @description One snapshot in a fixed order, nothing of hidden campaigns, amounts in exact wei. `X-Block-Number` and `X-Block-Range` say what it covers; the trailer `Repr-Digest` is its SHA-256 (RFC 9530). CSV text that a spreadsheet would run is preceded by an apostrophe.
         */
        get: operations["exportEventsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/platform/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Totals of one chain */
        get: operations["getPlatformStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/creator/{address}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Totals of one creator
         * @description 404 for an address with no campaign.
         */
        get: operations["getCreatorStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/timeseries/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One metric over time, with the running total
         * @description Oldest first, UTC, weeks from Monday; buckets without any are left out. A donor counts once, on the day of the first donation.
         */
        get: operations["getPlatformTimeseries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/trending/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Campaigns that take donations and are moving, or nearly there
         * @description By the sum over donors of the square root of what each gave within the period: many donors count more than one big one, and the creator's own gifts nothing. close_to_goal is by how little is missing. `why` says it in words. Windows are a minute old at most.
         */
        get: operations["listTrending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/leaderboard/campaigns/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Campaigns by what they were given
         * @description A period lists those given to within it. Windows are a minute old at most.
         */
        get: operations["listCampaignLeaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/leaderboard/donors/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Donors by what they gave
         * @description A period lists those who gave within it. Windows are a minute old at most.
         */
        get: operations["listDonorLeaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/categories/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Campaigns and amounts of each category
         * @description Of campaigns whose metadata is resolved; a minute old at most.
         */
        get: operations["listCategoryStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ipfs/{cid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file with this CID
         * @description Only images, JSON and plain text are shown; everything else, SVG and HTML among it, is a download. Answers never
         *     change, take Range, and are refused for CIDs that no campaign speaks of, unless staff or who uploaded it asks.
         */
        get: operations["getContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ipfs/{cid}/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file at a path below this CID
         * @description Only images, JSON and plain text are shown; everything else, SVG and HTML among it, is a download. Answers never
         *     change, take Range, and are refused for CIDs that no campaign speaks of, unless staff or who uploaded it asks.
         */
        get: operations["getContentAtPath"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an image or a metadata document on IPFS
         * @description One part named `file`: an image (PNG, JPEG, GIF, WebP or AVIF, to 10 MiB) or a metadata document (a JSON
         *     object, to 256 KiB). Images are decoded and made anew, upright and without EXIF. What no campaign speaks of is removed after a
         *     day. A user may bring 100 MiB a day.
         */
        post: operations["upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemas/metadata.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema of a metadata document */
        get: operations["getMetadataSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{address}/metadata/refresh/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch a campaign's metadata again from IPFS, now
         * @description What was resolved before stays when this fails; the problem then lists in `gateways` what each one did.
         */
        post: operations["refreshCampaignMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an account and sign in
         * @description Usernames that differ only in letter case or unicode form are the same. Passwords that are tried first are refused.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with username and password
         * @description Five wrong passwords within 15 minutes close the account to that client for as long.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token/refresh/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The next pair of tokens
         * @description A refresh token counts once. Used twice, it ends the whole session: two hold it.
         */
        post: operations["refreshToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token/verify/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether an access token counts, and whose it is */
        post: operations["verifyToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a session
         * @description Its refresh token and its access tokens no longer count.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account that is signed in */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/siwe/nonce/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A nonce for Sign-In with Ethereum
         * @description It goes into the message (EIP-4361) that the wallet signs, and counts once, for ten minutes.
         */
        post: operations["createSiweNonce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/siwe/verify/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a wallet
         * @description The message must name this site (PUBLIC_URL, CORS_ORIGINS) as its domain, a chain that is followed here, and a nonce from here. The account is made at the first sign-in.
         */
        post: operations["signInWithEthereum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/siwe/link/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link a wallet to the account that is signed in
         * @description From then on the wallet signs in as this account.
         */
        post: operations["linkWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{address}/reports/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the staff that something is wrong with a campaign
         * @description Signed in or not; one open report a reporter and campaign.
         */
        post: operations["reportCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/overview/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How this deployment does, at a glance
         * @description Ask every few seconds: rates are between looks.
         */
        get: operations["getAdminOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/campaigns/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns, hidden ones too */
        get: operations["listAdminCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/campaigns/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Campaigns, hidden ones too, as CSV
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminCampaignsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/campaigns/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Campaigns, hidden ones too, as NDJSON
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminCampaignsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/campaigns/{address}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One campaign, hidden or not */
        get: operations["getAdminCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/campaigns/{address}/hide/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a campaign out of every list
         * @description Its own page then says why. Hiding it again changes the reason. Its money still counts.
         */
        post: operations["hideCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/campaigns/{address}/unhide/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a campaign again */
        post: operations["unhideCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/campaigns/bulk/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do the same to many campaigns
         * @description A job: its answer tells how far it is and what failed of it.
         */
        post: operations["bulkCampaigns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/featured/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The campaigns on the home page, in their order */
        get: operations["listAdminFeatured"];
        /** Say which campaigns are on the home page, in which order */
        put: operations["setFeatured"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/featured/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The campaigns on the home page, in their order, as CSV
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminFeaturedCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/featured/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The campaigns on the home page, in their order, as NDJSON
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminFeaturedNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every campaign's metadata, in whatever state */
        get: operations["listAdminMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/metadata/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every campaign's metadata, in whatever state, as CSV
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminMetadataCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/metadata/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every campaign's metadata, in whatever state, as NDJSON
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminMetadataNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/metadata/{address}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One campaign's metadata, its document, and where the two differ */
        get: operations["getAdminMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/metadata/{address}/refresh/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch and read the document again, now
         * @description What was resolved before stays when this fails.
         */
        post: operations["refreshAdminMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/metadata/{address}/clear/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget what is stored, and have the worker fetch it anew */
        post: operations["clearMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/metadata/bulk-refresh/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch many documents again
         * @description Give `addresses`, or `state`. A job: its answer tells how far it is and what failed of it.
         */
        post: operations["bulkRefreshMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Long work that was asked for at the desk */
        get: operations["listAdminJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Long work that was asked for at the desk, as CSV
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminJobsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Long work that was asked for at the desk, as NDJSON
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminJobsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a job is, and what failed of it
         * @description Ask once a second while it is queued or running.
         */
        get: operations["getAdminJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/{id}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a job; what it did stays done
         * @description Of verify runs and resyncs: admins alone.
         */
        post: operations["cancelAdminJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/contributions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each donor gave to each campaign */
        get: operations["listAdminContributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/contributions/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each donor gave to each campaign, as CSV
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminContributionsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/contributions/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each donor gave to each campaign, as NDJSON
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminContributionsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/events/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every event read from the chain, removed ones too */
        get: operations["listAdminEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/events/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event read from the chain, removed ones too, as CSV
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminEventsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/events/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event read from the chain, removed ones too, as NDJSON
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminEventsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reports/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What visitors reported */
        get: operations["listAdminReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reports/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What visitors reported, as CSV
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminReportsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reports/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What visitors reported, as NDJSON
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminReportsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reports/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report */
        get: operations["getAdminReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reports/{id}/resolve/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a report, and hide the campaign with it where it is upheld */
        post: operations["resolveReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/blocked-creators/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Creators whose campaigns are hidden, on all chains */
        get: operations["listAdminBlockedCreators"];
        put?: never;
        /**
         * Hide a creator's campaigns, those to come too
         * @description Blocking one again changes the reason; with the same one nothing is done.
         */
        post: operations["blockCreator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/blocked-creators/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Creators whose campaigns are hidden, on all chains, as CSV
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminBlockedCreatorsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/blocked-creators/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Creators whose campaigns are hidden, on all chains, as NDJSON
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminBlockedCreatorsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/blocked-creators/{address}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Show a creator's campaigns again
         * @description But for those that are hidden themselves.
         */
        delete: operations["unblockCreator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/chains/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far each chain is followed, lane by lane */
        get: operations["listAdminChains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/chains/{chain_id}/resync/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back everything from a block on and index it anew
         * @description A job, the same as `kindling producer resync`. A producer halted at a deep reorg then goes on.
         */
        post: operations["resyncChain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/queues/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits in each queue, and who reads it */
        get: operations["listAdminQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/dead-letters/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that could not be applied */
        get: operations["listAdminDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/dead-letters/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages that could not be applied, as CSV
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminDeadLettersCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/dead-letters/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages that could not be applied, as NDJSON
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminDeadLettersNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/dead-letters/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them, with the message as it came */
        get: operations["getAdminDeadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/dead-letters/{id}/replay/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put it back into its queue
         * @description It is applied if its lane still lacks it, and else does nothing.
         */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/dead-letters/{id}/discard/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget it; what its lane lacks is asked for again in any case */
        post: operations["discardDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/verify-runs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proofs of the tables against events and contracts */
        get: operations["listAdminVerifyRuns"];
        put?: never;
        /**
         * Prove the tables, as `kindling verify` does
         * @description A job of the same id.
         */
        post: operations["startVerifyRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/verify-runs/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proofs of the tables against events and contracts, as CSV
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminVerifyRunsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/verify-runs/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proofs of the tables against events and contracts, as NDJSON
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminVerifyRunsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/verify-runs/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them, with every difference */
        get: operations["getVerifyRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts */
        get: operations["listAdminUsers"];
        put?: never;
        /** Make an account */
        post: operations["createAdminUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts, as CSV
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminUsersCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts, as NDJSON
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminUsersNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account */
        get: operations["getAdminUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what an account may do; it holds from its next request on
         * @description The last admin that can sign in stays one.
         */
        patch: operations["updateAdminUser"];
        trace?: never;
    };
    "/api/v1/admin/users/{id}/reset-password/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an account a new password; every session of it ends
         * @description Without `password` one is made up, and answered this once.
         */
        post: operations["resetAdminUserPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what to what, and when
         * @description Nothing in it can be changed or deleted.
         */
        get: operations["listAdminAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what to what, and when, as CSV
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminAuditCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what to what, and when, as NDJSON
         * @description All rows that pass the filters, of one snapshot; members that are no text or number are JSON.
         */
        get: operations["exportAdminAuditNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry */
        get: operations["getAuditEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Chain: {
            /** @description The row, counted from 1 */
            id: number;
            /** @example Anvil */
            name: string;
            /**
             * @description EIP-155
             * @example 31337
             */
            chain_id: number;
            /**
             * @description The native coin
             * @example ETH
             */
            native_symbol: string;
            explorer_url: string | null;
            factory_addresses: string[];
            /**
             * Format: date-time
             * @description When the chain was entered here
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When this entry was last changed
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
        };
        SyncState: {
            /** @example 31337 */
            chain_id: number;
            /** @example Anvil */
            chain_name: string;
            last_block: number | null;
            last_block_hash: string | null;
            chain_head: number | null;
            lag_blocks: number | null;
            lag_seconds: number | null;
            /** @enum {string} */
            state: "live" | "backfilling" | "stalled";
            /** @description Of the catching up since the indexer started */
            progress_percent: number;
            eta_seconds: number | null;
            /**
             * Format: date-time
             * @description The last sign of life of the indexer
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
        };
        Campaign: {
            /**
             * @description The campaign contract
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            address: string;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The factory that made it
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            factory_address: string;
            /**
             * @description Who may withdraw
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            creator_address: string;
            /**
             * @description The goal, in wei
             * @example 2500000000000000000
             */
            goal_wei: string;
            /**
             * @description The goal, in the native coin
             * @example 2.5
             */
            goal_eth: string;
            /**
             * @description Unix seconds, up to 2^256 - 1
             * @example 1798761600
             */
            deadline_ts: number;
            deadline_iso: string | null;
            /**
             * @description The metadata document, as the chain has it
             * @example bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy
             */
            cid: string;
            /**
             * @description WITHDRAWN, else SUCCESS when the goal is met, else FAILED when the deadline has passed, else ACTIVE
             * @enum {string}
             */
            status: "ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN";
            /** @description What the contract would say: deadline not passed, nothing withdrawn */
            accepts_donations: boolean;
            /**
             * @description Given in all, refunds not taken off, in wei
             * @example 2500000000000000000
             */
            total_raised_wei: string;
            /**
             * @description Given in all, refunds not taken off, in the native coin
             * @example 2.5
             */
            total_raised_eth: string;
            /**
             * @description Of the goal, cut to two decimals; may pass 100
             * @example 72.5
             */
            progress_percent: number;
            withdrawn: boolean;
            /**
             * @description Withdrawn by the creator, in wei
             * @example 2500000000000000000
             */
            withdrawn_amount_wei: string;
            /**
             * @description Withdrawn by the creator, in the native coin
             * @example 2.5
             */
            withdrawn_amount_eth: string;
            /** @description Different donors */
            donors_count: number;
            /**
             * Format: date-time
             * @description The time of the creation's block
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The time of its last event's block
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
            metadata?: components["schemas"]["MetadataSummary"] | null;
        };
        CampaignDetail: {
            /**
             * @description The campaign contract
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            address: string;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The factory that made it
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            factory_address: string;
            /**
             * @description Who may withdraw
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            creator_address: string;
            /**
             * @description The goal, in wei
             * @example 2500000000000000000
             */
            goal_wei: string;
            /**
             * @description The goal, in the native coin
             * @example 2.5
             */
            goal_eth: string;
            /**
             * @description Unix seconds, up to 2^256 - 1
             * @example 1798761600
             */
            deadline_ts: number;
            deadline_iso: string | null;
            /**
             * @description The metadata document, as the chain has it
             * @example bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy
             */
            cid: string;
            /**
             * @description WITHDRAWN, else SUCCESS when the goal is met, else FAILED when the deadline has passed, else ACTIVE
             * @enum {string}
             */
            status: "ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN";
            /** @description What the contract would say: deadline not passed, nothing withdrawn */
            accepts_donations: boolean;
            /**
             * @description Given in all, refunds not taken off, in wei
             * @example 2500000000000000000
             */
            total_raised_wei: string;
            /**
             * @description Given in all, refunds not taken off, in the native coin
             * @example 2.5
             */
            total_raised_eth: string;
            /**
             * @description Of the goal, cut to two decimals; may pass 100
             * @example 72.5
             */
            progress_percent: number;
            withdrawn: boolean;
            /**
             * @description Withdrawn by the creator, in wei
             * @example 2500000000000000000
             */
            withdrawn_amount_wei: string;
            /**
             * @description Withdrawn by the creator, in the native coin
             * @example 2.5
             */
            withdrawn_amount_eth: string;
            /** @description Different donors */
            donors_count: number;
            /**
             * Format: date-time
             * @description The time of the creation's block
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The time of its last event's block
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
            /** @description Rows of its contributions: one a donor */
            contributions_count: number;
            /** @description Single donations */
            donations_count: number;
            /** @description Events on the canonical chain */
            events_count: number;
            /**
             * @description Refunded to donors, in wei
             * @example 2500000000000000000
             */
            total_refunded_wei: string;
            /**
             * @description Refunded to donors, in the native coin
             * @example 2.5
             */
            total_refunded_eth: string;
            metadata?: components["schemas"]["Metadata"] | null;
        };
        CampaignList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["Campaign"][];
        };
        FoundCampaign: {
            /**
             * @description The campaign contract
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            address: string;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The factory that made it
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            factory_address: string;
            /**
             * @description Who may withdraw
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            creator_address: string;
            /**
             * @description The goal, in wei
             * @example 2500000000000000000
             */
            goal_wei: string;
            /**
             * @description The goal, in the native coin
             * @example 2.5
             */
            goal_eth: string;
            /**
             * @description Unix seconds, up to 2^256 - 1
             * @example 1798761600
             */
            deadline_ts: number;
            deadline_iso: string | null;
            /**
             * @description The metadata document, as the chain has it
             * @example bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy
             */
            cid: string;
            /**
             * @description WITHDRAWN, else SUCCESS when the goal is met, else FAILED when the deadline has passed, else ACTIVE
             * @enum {string}
             */
            status: "ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN";
            /** @description What the contract would say: deadline not passed, nothing withdrawn */
            accepts_donations: boolean;
            /**
             * @description Given in all, refunds not taken off, in wei
             * @example 2500000000000000000
             */
            total_raised_wei: string;
            /**
             * @description Given in all, refunds not taken off, in the native coin
             * @example 2.5
             */
            total_raised_eth: string;
            /**
             * @description Of the goal, cut to two decimals; may pass 100
             * @example 72.5
             */
            progress_percent: number;
            withdrawn: boolean;
            /**
             * @description Withdrawn by the creator, in wei
             * @example 2500000000000000000
             */
            withdrawn_amount_wei: string;
            /**
             * @description Withdrawn by the creator, in the native coin
             * @example 2.5
             */
            withdrawn_amount_eth: string;
            /** @description Different donors */
            donors_count: number;
            /**
             * Format: date-time
             * @description The time of the creation's block
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The time of its last event's block
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
            metadata?: components["schemas"]["MetadataSummary"] | null;
            highlights: {
                name: string | null;
                short_description: string | null;
                description: string | null;
            };
        };
        CampaignSearch: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["FoundCampaign"][];
            /** @description Whether `count` is of everything that matches; else of the best and the newest few hundred */
            exhaustive: boolean;
            /** @description Whether `facets` are of everything that matches */
            facets_exhaustive: boolean;
            facets: {
                category: {
                    [key: string]: number;
                };
                status: {
                    [key: string]: number;
                };
            };
            /** @description What was looked for besides */
            corrections: {
                /** @description A word that no campaign uses */
                from: string;
                to: string[];
            }[];
        };
        MetadataSummary: {
            name: string | null;
            short_description: string | null;
            image_url: string | null;
            category: string | null;
        };
        Metadata: {
            id: number;
            /**
             * @description The campaign
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            campaign_address: string;
            /**
             * @description The document
             * @example bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy
             */
            cid: string;
            /** @enum {string} */
            state: "pending" | "resolved" | "failed";
            /** @description The bytes were proved to be the CID's */
            verified: boolean;
            name: string | null;
            description: string | null;
            short_description: string | null;
            image_cid: string | null;
            image_url: string | null;
            banner_cid: string | null;
            banner_url: string | null;
            category: string | null;
            tags: string[];
            location: string | null;
            creator_name: string | null;
            creator_avatar_cid: string | null;
            creator_avatar_url: string | null;
            website_url: string | null;
            twitter_handle: string | null;
            discord_url: string | null;
            /** @description The document as it was found */
            raw_json: unknown;
            ipfs_fetched_at: string | null;
            last_error: string | null;
            /**
             * Format: date-time
             * @description Of this row
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Of this row
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
        };
        Contribution: {
            id: number;
            /**
             * @description The campaign
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            campaign_address: string;
            /**
             * @description The donor
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            donor_address: string;
            /**
             * @description Given in all, in wei
             * @example 2500000000000000000
             */
            contributed_wei: string;
            /**
             * @description Given in all, in the native coin
             * @example 2.5
             */
            contributed_eth: string;
            /**
             * @description Taken back, in wei
             * @example 2500000000000000000
             */
            refunded_wei: string;
            /**
             * @description Taken back, in the native coin
             * @example 2.5
             */
            refunded_eth: string;
            /**
             * @description Given and not taken back, in wei
             * @example 2500000000000000000
             */
            net_contributed_wei: string;
            /**
             * @description Given and not taken back, in the native coin
             * @example 2.5
             */
            net_contributed_eth: string;
            /** @description Single donations */
            donations_count: number;
            /**
             * Format: date-time
             * @description The time of the first donation's block
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The time of the last donation's or refund's block
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
        };
        ContributionList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["Contribution"][];
        };
        DonorContribution: {
            id: number;
            /**
             * @description The campaign
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            campaign_address: string;
            /**
             * @description The donor
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            donor_address: string;
            /**
             * @description Given in all, in wei
             * @example 2500000000000000000
             */
            contributed_wei: string;
            /**
             * @description Given in all, in the native coin
             * @example 2.5
             */
            contributed_eth: string;
            /**
             * @description Taken back, in wei
             * @example 2500000000000000000
             */
            refunded_wei: string;
            /**
             * @description Taken back, in the native coin
             * @example 2.5
             */
            refunded_eth: string;
            /**
             * @description Given and not taken back, in wei
             * @example 2500000000000000000
             */
            net_contributed_wei: string;
            /**
             * @description Given and not taken back, in the native coin
             * @example 2.5
             */
            net_contributed_eth: string;
            /** @description Single donations */
            donations_count: number;
            /**
             * Format: date-time
             * @description The time of the first donation's block
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The time of the last donation's or refund's block
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
            campaign: components["schemas"]["Campaign"];
        };
        DonorContributionList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["DonorContribution"][];
        };
        Donation: {
            /** @description Of its event */
            id: number;
            /**
             * @description The campaign
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            campaign_address: string;
            /**
             * @description The donor
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            donor_address: string;
            /**
             * @description Given, in wei
             * @example 2500000000000000000
             */
            amount_wei: string;
            /**
             * @description Given, in the native coin
             * @example 2.5
             */
            amount_eth: string;
            /** @description The transaction */
            tx_hash: string;
            /** @description Its place in the block */
            log_index: number;
            /** @description The block */
            block_number: number;
            /** @description The block's hash */
            block_hash: string;
            /** @description The block can no longer be reorganised */
            finalized: boolean;
            /**
             * Format: date-time
             * @description The block's time
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
        };
        DonationList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["Donation"][];
        };
        CampaignTimeseries: {
            /**
             * @description The campaign
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            campaign_address: string;
            /** @example 31337 */
            chain_id: number;
            /** @enum {string} */
            interval: "hour" | "day";
            results: {
                /**
                 * Format: date-time
                 * @description Where the bucket begins (UTC)
                 * @example 2026-11-22T09:30:00.000Z
                 */
                start: string;
                /** @description Donations within it */
                donations_count: number;
                /**
                 * @description Given within it, in wei
                 * @example 2500000000000000000
                 */
                raised_wei: string;
                /**
                 * @description Given within it, in the native coin
                 * @example 2.5
                 */
                raised_eth: string;
                /**
                 * @description Given until its end, in wei
                 * @example 2500000000000000000
                 */
                total_raised_wei: string;
                /**
                 * @description Given until its end, in the native coin
                 * @example 2.5
                 */
                total_raised_eth: string;
            }[];
        };
        CampaignFacets: {
            status: {
                [key: string]: number;
            };
            category: {
                [key: string]: number;
            };
            tags: {
                /** @description The most used first */
                tag: string;
                /** @description Campaigns */
                count: number;
            }[];
            goal: {
                /** @description From */
                min_wei: string;
                max_wei: string | null;
                /** @description Campaigns */
                count: number;
            }[];
            progress: {
                /** @description Percent of the goal at least */
                min_percent: number;
                /** @description Campaigns */
                count: number;
            }[];
            deadline: {
                /** @description Deadline within so many days */
                days: number;
                /** @description Campaigns */
                count: number;
            }[];
        };
        CampaignGifts: {
            /** @description Single donations */
            donations_count: number;
            /**
             * @description The mean of a donation, cut to whole wei, in wei
             * @example 2500000000000000000
             */
            average_wei: string;
            /**
             * @description The mean of a donation, cut to whole wei, in the native coin
             * @example 2.5
             */
            average_eth: string;
            /**
             * @description The donation in the middle; of an even number the mean of two, in wei
             * @example 2500000000000000000
             */
            median_wei: string;
            /**
             * @description The donation in the middle; of an even number the mean of two, in the native coin
             * @example 2.5
             */
            median_eth: string;
            /**
             * @description The largest donation, in wei
             * @example 2500000000000000000
             */
            largest_wei: string;
            /**
             * @description The largest donation, in the native coin
             * @example 2.5
             */
            largest_eth: string;
            days: {
                /**
                 * Format: date-time
                 * @description The day (UTC)
                 * @example 2026-11-22T09:30:00.000Z
                 */
                start: string;
                /** @description Different donors on that day */
                donors_count: number;
                /** @description Of these, those who had given nothing before */
                new_donors_count: number;
                /** @description Donations on that day */
                donations_count: number;
            }[];
        };
        Event: {
            id: number;
            /** @example 31337 */
            chain_id: number;
            /** @description The transaction */
            tx_hash: string;
            /** @description Its place in the block */
            log_index: number;
            /** @description The block */
            block_number: number;
            /** @description The block's hash */
            block_hash: string;
            /**
             * @description The contract that emitted it: the factory for a CampaignCreated, else the campaign
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            address: string;
            /**
             * @description Which event
             * @enum {string}
             */
            event_name: "CampaignCreated" | "DonationReceived" | "Withdrawn" | "Refunded";
            /** @description The arguments as JSON text; amounts are decimal strings */
            event_data: string;
            /** @description The same, parsed */
            event_data_parsed: unknown;
            /** @description A reorg took it away */
            removed: boolean;
            /**
             * Format: date-time
             * @description The block's time
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
        };
        EventList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["Event"][];
        };
        PlatformStats: {
            /** @example 31337 */
            chain_id: number;
            /** @description All of them */
            total_campaigns: number;
            /** @description Goal not met, deadline not passed */
            active_campaigns: number;
            /** @description Goal met, not withdrawn */
            successful_campaigns: number;
            /** @description Goal not met, deadline passed */
            failed_campaigns: number;
            /** @description Goal met and withdrawn */
            withdrawn_campaigns: number;
            /**
             * @description Given to all campaigns, refunds not taken off, in wei
             * @example 2500000000000000000
             */
            total_raised_wei: string;
            /**
             * @description Given to all campaigns, refunds not taken off, in the native coin
             * @example 2.5
             */
            total_raised_eth: string;
            /**
             * @description Refunded, in wei
             * @example 2500000000000000000
             */
            total_refunded_wei: string;
            /**
             * @description Refunded, in the native coin
             * @example 2.5
             */
            total_refunded_eth: string;
            /**
             * @description The sum of all goals, in wei
             * @example 2500000000000000000
             */
            total_goal_wei: string;
            /**
             * @description The sum of all goals, in the native coin
             * @example 2.5
             */
            total_goal_eth: string;
            /** @description Pairs of campaign and donor */
            total_contributions: number;
            /** @description Single donations */
            total_donations: number;
            /** @description Different donors */
            total_contributors: number;
            /** @description The same number */
            unique_donors: number;
            /** @description Percent that met the goal, of those that met it or failed */
            success_rate: number;
        };
        CreatorStats: {
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The creator
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            creator_address: string;
            /** @description All of them */
            total_campaigns: number;
            /** @description Goal not met, deadline not passed */
            active_campaigns: number;
            /** @description Goal met, not withdrawn */
            successful_campaigns: number;
            /** @description Goal not met, deadline passed */
            failed_campaigns: number;
            /** @description Goal met and withdrawn */
            withdrawn_campaigns: number;
            /**
             * @description Given to the campaigns, refunds not taken off, in wei
             * @example 2500000000000000000
             */
            total_raised_wei: string;
            /**
             * @description Given to the campaigns, refunds not taken off, in the native coin
             * @example 2.5
             */
            total_raised_eth: string;
            /**
             * @description The sum of the goals, in wei
             * @example 2500000000000000000
             */
            total_goal_wei: string;
            /**
             * @description The sum of the goals, in the native coin
             * @example 2.5
             */
            total_goal_eth: string;
            /**
             * @description Withdrawn, in wei
             * @example 2500000000000000000
             */
            total_withdrawn_wei: string;
            /**
             * @description Withdrawn, in the native coin
             * @example 2.5
             */
            total_withdrawn_eth: string;
            /**
             * @description Refunded, in wei
             * @example 2500000000000000000
             */
            total_refunded_wei: string;
            /**
             * @description Refunded, in the native coin
             * @example 2.5
             */
            total_refunded_eth: string;
            /** @description Percent that met the goal, of those that met it or failed */
            success_rate: number;
            /**
             * @description Mean of the campaigns, cut to two decimals
             * @example 72.5
             */
            average_progress_percent: number;
        };
        PlatformTimeseries: {
            /** @example 31337 */
            chain_id: number;
            /** @enum {string} */
            metric: "raised" | "donations" | "campaigns" | "donors";
            /** @enum {string} */
            interval: "day" | "week";
            /** @description Amounts for raised, counts for the other metrics */
            results: ({
                /**
                 * Format: date-time
                 * @description Where the bucket begins (UTC)
                 * @example 2026-11-22T09:30:00.000Z
                 */
                start: string;
                /** @description Within the bucket */
                value: number;
                /** @description Until its end */
                total: number;
            } | {
                /**
                 * Format: date-time
                 * @description Where the bucket begins (UTC)
                 * @example 2026-11-22T09:30:00.000Z
                 */
                start: string;
                /**
                 * @description Within the bucket, in wei
                 * @example 2500000000000000000
                 */
                value_wei: string;
                /**
                 * @description Within the bucket, in the native coin
                 * @example 2.5
                 */
                value_eth: string;
                /**
                 * @description Until its end, in wei
                 * @example 2500000000000000000
                 */
                total_wei: string;
                /**
                 * @description Until its end, in the native coin
                 * @example 2.5
                 */
                total_eth: string;
            })[];
        };
        TrendingCampaign: {
            /**
             * @description The campaign contract
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            address: string;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The factory that made it
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            factory_address: string;
            /**
             * @description Who may withdraw
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            creator_address: string;
            /**
             * @description The goal, in wei
             * @example 2500000000000000000
             */
            goal_wei: string;
            /**
             * @description The goal, in the native coin
             * @example 2.5
             */
            goal_eth: string;
            /**
             * @description Unix seconds, up to 2^256 - 1
             * @example 1798761600
             */
            deadline_ts: number;
            deadline_iso: string | null;
            /**
             * @description The metadata document, as the chain has it
             * @example bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy
             */
            cid: string;
            /**
             * @description WITHDRAWN, else SUCCESS when the goal is met, else FAILED when the deadline has passed, else ACTIVE
             * @enum {string}
             */
            status: "ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN";
            /** @description What the contract would say: deadline not passed, nothing withdrawn */
            accepts_donations: boolean;
            /**
             * @description Given in all, refunds not taken off, in wei
             * @example 2500000000000000000
             */
            total_raised_wei: string;
            /**
             * @description Given in all, refunds not taken off, in the native coin
             * @example 2.5
             */
            total_raised_eth: string;
            /**
             * @description Of the goal, cut to two decimals; may pass 100
             * @example 72.5
             */
            progress_percent: number;
            withdrawn: boolean;
            /**
             * @description Withdrawn by the creator, in wei
             * @example 2500000000000000000
             */
            withdrawn_amount_wei: string;
            /**
             * @description Withdrawn by the creator, in the native coin
             * @example 2.5
             */
            withdrawn_amount_eth: string;
            /** @description Different donors */
            donors_count: number;
            /**
             * Format: date-time
             * @description The time of the creation's block
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The time of its last event's block
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
            metadata?: components["schemas"]["MetadataSummary"] | null;
            /** @description Donations within the period */
            recent_contributions_count: number;
            /** @description Different donors within the period */
            recent_donors_count: number;
            /**
             * @description Given within the period, in wei
             * @example 2500000000000000000
             */
            recent_raised_wei: string;
            /**
             * @description Given within the period, in the native coin
             * @example 2.5
             */
            recent_raised_eth: string;
            /**
             * @description Of the goal, still missing; 0 once it is met
             * @example 72.5
             */
            distance_to_goal_percent: number;
            /**
             * @description Why it stands here
             * @example 12 donors gave 3.4 ETH within 7 days.
             */
            why: string;
        };
        Trending: {
            /** @example 31337 */
            chain_id: number;
            /**
             * @description Until now, to the second
             * @enum {string}
             */
            period: "24h" | "7d" | "30d";
            /**
             * @description By what the period brought, or by how little is missing
             * @default recent_donations
             * @enum {string}
             */
            type: "recent_donations" | "close_to_goal";
            /** @description Of the results */
            count: number;
            results: components["schemas"]["TrendingCampaign"][];
        };
        CampaignLeader: {
            /** @description Its place; equal ones stand by address */
            rank: number;
            /**
             * @description The campaign contract
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            address: string;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The factory that made it
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            factory_address: string;
            /**
             * @description Who may withdraw
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            creator_address: string;
            /**
             * @description The goal, in wei
             * @example 2500000000000000000
             */
            goal_wei: string;
            /**
             * @description The goal, in the native coin
             * @example 2.5
             */
            goal_eth: string;
            /**
             * @description Unix seconds, up to 2^256 - 1
             * @example 1798761600
             */
            deadline_ts: number;
            deadline_iso: string | null;
            /**
             * @description The metadata document, as the chain has it
             * @example bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy
             */
            cid: string;
            /**
             * @description WITHDRAWN, else SUCCESS when the goal is met, else FAILED when the deadline has passed, else ACTIVE
             * @enum {string}
             */
            status: "ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN";
            /** @description What the contract would say: deadline not passed, nothing withdrawn */
            accepts_donations: boolean;
            /**
             * @description Given in all, refunds not taken off, in wei
             * @example 2500000000000000000
             */
            total_raised_wei: string;
            /**
             * @description Given in all, refunds not taken off, in the native coin
             * @example 2.5
             */
            total_raised_eth: string;
            /**
             * @description Of the goal, cut to two decimals; may pass 100
             * @example 72.5
             */
            progress_percent: number;
            withdrawn: boolean;
            /**
             * @description Withdrawn by the creator, in wei
             * @example 2500000000000000000
             */
            withdrawn_amount_wei: string;
            /**
             * @description Withdrawn by the creator, in the native coin
             * @example 2.5
             */
            withdrawn_amount_eth: string;
            /** @description Different donors */
            donors_count: number;
            /**
             * Format: date-time
             * @description The time of the creation's block
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The time of its last event's block
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
            metadata?: components["schemas"]["MetadataSummary"] | null;
            /** @description Different donors within the period */
            contributions_count: number;
            /**
             * @description Given within the period, in wei
             * @example 2500000000000000000
             */
            period_raised_wei: string;
            /**
             * @description Given within the period, in the native coin
             * @example 2.5
             */
            period_raised_eth: string;
        };
        CampaignLeaderboard: {
            /** @example 31337 */
            chain_id: number;
            /**
             * @description Until now; all: since the beginning
             * @default all
             * @enum {string}
             */
            period: "24h" | "7d" | "30d" | "all";
            /** @description In all */
            count: number;
            /** @description Left out before the first */
            offset: number;
            /** @description At most so many */
            limit: number;
            results: components["schemas"]["CampaignLeader"][];
        };
        DonorLeaderboard: {
            /** @example 31337 */
            chain_id: number;
            /**
             * @description Until now; all: since the beginning
             * @default all
             * @enum {string}
             */
            period: "24h" | "7d" | "30d" | "all";
            /** @description In all */
            count: number;
            /** @description Left out before the first */
            offset: number;
            /** @description At most so many */
            limit: number;
            results: {
                /** @description The place; equal ones stand by address */
                rank: number;
                /**
                 * @description The donor; shortened when anonymised
                 * @example 0x7099…79c8
                 */
                donor_address: string;
                /**
                 * @description Given within the period, in wei
                 * @example 2500000000000000000
                 */
                contributed_wei: string;
                /**
                 * @description Given within the period, in the native coin
                 * @example 2.5
                 */
                contributed_eth: string;
                /**
                 * @description Taken back within the period, in wei
                 * @example 2500000000000000000
                 */
                refunded_wei: string;
                /**
                 * @description Taken back within the period, in the native coin
                 * @example 2.5
                 */
                refunded_eth: string;
                /**
                 * @description Given less taken back; below 0 where more was taken back than given within it, in wei
                 * @example 2500000000000000000
                 */
                net_contributed_wei: string;
                /**
                 * @description Given less taken back; below 0 where more was taken back than given within it, in the native coin
                 * @example 2.5
                 */
                net_contributed_eth: string;
                /** @description Different campaigns given to within the period */
                campaigns_supported: number;
            }[];
        };
        CategoryList: {
            /** @example 31337 */
            chain_id: number;
            /** @description The category given most first; those without a campaign are left out */
            results: {
                /**
                 * @description The category
                 * @example technology
                 */
                category: string;
                /** @description Its campaigns */
                campaigns_count: number;
                /** @description Donations to them */
                donations_count: number;
                /**
                 * @description The sum of their goals, in wei
                 * @example 2500000000000000000
                 */
                total_goal_wei: string;
                /**
                 * @description The sum of their goals, in the native coin
                 * @example 2.5
                 */
                total_goal_eth: string;
                /**
                 * @description Given to them, in wei
                 * @example 2500000000000000000
                 */
                total_raised_wei: string;
                /**
                 * @description Given to them, in the native coin
                 * @example 2.5
                 */
                total_raised_eth: string;
            }[];
        };
        Account: {
            id: number;
            username: string | null;
            wallet_address: string | null;
            /**
             * @description What the account may do
             * @enum {string}
             */
            role: "user" | "staff" | "admin";
            /**
             * Format: date-time
             * @description Of the account
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
        };
        TokenPair: {
            /** @description For Authorization: Bearer */
            access: string;
            /** @description Gives the next pair, once */
            refresh: string;
            /** @enum {string} */
            token_type: "Bearer";
            /**
             * @description Seconds until the access token expires
             * @example 3600
             */
            expires_in: number;
        };
        SignIn: {
            /** @description For Authorization: Bearer */
            access: string;
            /** @description Gives the next pair, once */
            refresh: string;
            /** @enum {string} */
            token_type: "Bearer";
            /**
             * @description Seconds until the access token expires
             * @example 3600
             */
            expires_in: number;
            user: components["schemas"]["Account"];
        };
        SiweNonce: {
            /**
             * @description For the message, once
             * @example 8f14e45fceea167a5a36dedd4bea2543
             */
            nonce: string;
            /**
             * Format: date-time
             * @description Until when it counts
             * @example 2026-11-22T09:30:00.000Z
             */
            expires_at: string;
        };
        Liveness: {
            /** @enum {string} */
            status: "ok";
            /** @description Of this server */
            version: string;
        };
        Readiness: {
            ready: boolean;
            checks: {
                [key: string]: {
                    ok: boolean;
                    detail: string;
                };
            };
        };
        /** @description RFC 9457; some problems have further members */
        Problem: {
            /**
             * @description A URN made of the code
             * @example urn:kindling:problem:campaign_not_found
             */
            type: string;
            /**
             * @description What kind of problem it is
             * @example No such campaign
             */
            title: string;
            /** @description The HTTP status */
            status: number;
            /** @description What happened, in one sentence */
            detail: string;
            /**
             * @description Stable; docs/errors.md explains each
             * @example campaign_not_found
             * @enum {string}
             */
            code: "validation_failed" | "cursor_invalid" | "url_invalid" | "body_invalid" | "request_invalid" | "username_invalid" | "password_weak" | "siwe_message_invalid" | "token_missing" | "token_invalid" | "token_expired" | "token_reused" | "credentials_wrong" | "siwe_nonce_invalid" | "siwe_signature_invalid" | "role_required" | "account_disabled" | "account_not_found" | "not_found" | "chain_not_found" | "campaign_not_found" | "event_not_found" | "creator_not_found" | "creator_not_blocked" | "report_not_found" | "job_not_found" | "dead_letter_not_found" | "audit_entry_not_found" | "metadata_absent" | "metadata_pending" | "metadata_failed" | "content_not_found" | "method_not_allowed" | "request_timeout" | "username_taken" | "wallet_taken" | "last_admin" | "campaign_not_hidden" | "already_reported" | "report_resolved" | "job_ended" | "dead_letter_outdated" | "body_too_large" | "media_type_unsupported" | "range_not_satisfiable" | "content_unsuitable" | "rate_limited" | "headers_too_large" | "campaign_hidden" | "internal_error" | "content_unavailable" | "database_unavailable" | "broker_unavailable" | "no_chain" | "not_ready" | "wallet_unverifiable" | "too_many_streams" | "too_many_searches" | "content_timeout";
            /** @description Names this request in the log */
            request_id: string;
            errors?: {
                /**
                 * @description The parameter
                 * @example page
                 */
                path: string;
                /** @description What it must be */
                message: string;
            }[];
        };
        AdminCampaign: {
            /** @description The address */
            id: string;
            /**
             * @description The campaign contract
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            address: string;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The factory that made it
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            factory_address: string;
            /**
             * @description Who may withdraw
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            creator_address: string;
            /**
             * @description The goal, in wei
             * @example 2500000000000000000
             */
            goal_wei: string;
            /**
             * @description The goal, in the native coin
             * @example 2.5
             */
            goal_eth: string;
            /**
             * @description Unix seconds, up to 2^256 - 1
             * @example 1798761600
             */
            deadline_ts: number;
            deadline_iso: string | null;
            /**
             * @description The metadata document, as the chain has it
             * @example bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy
             */
            cid: string;
            /**
             * @description WITHDRAWN, else SUCCESS when the goal is met, else FAILED when the deadline has passed, else ACTIVE
             * @enum {string}
             */
            status: "ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN";
            /** @description What the contract would say: deadline not passed, nothing withdrawn */
            accepts_donations: boolean;
            /**
             * @description Given in all, refunds not taken off, in wei
             * @example 2500000000000000000
             */
            total_raised_wei: string;
            /**
             * @description Given in all, refunds not taken off, in the native coin
             * @example 2.5
             */
            total_raised_eth: string;
            /**
             * @description Of the goal, cut to two decimals; may pass 100
             * @example 72.5
             */
            progress_percent: number;
            withdrawn: boolean;
            /**
             * @description Withdrawn by the creator, in wei
             * @example 2500000000000000000
             */
            withdrawn_amount_wei: string;
            /**
             * @description Withdrawn by the creator, in the native coin
             * @example 2.5
             */
            withdrawn_amount_eth: string;
            /** @description Different donors */
            donors_count: number;
            /**
             * Format: date-time
             * @description The time of the creation's block
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The time of its last event's block
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
            /** @description Rows of its contributions: one a donor */
            contributions_count: number;
            /** @description Single donations */
            donations_count: number;
            /** @description Events on the canonical chain */
            events_count: number;
            /**
             * @description Refunded to donors, in wei
             * @example 2500000000000000000
             */
            total_refunded_wei: string;
            /**
             * @description Refunded to donors, in the native coin
             * @example 2.5
             */
            total_refunded_eth: string;
            /**
             * @description absent: the campaign names no CID
             * @enum {string}
             */
            metadata_state: "absent" | "pending" | "resolved" | "failed";
            last_error: string | null;
            /** @description By itself or with its creator */
            hidden: boolean;
            hidden_reason: string | null;
            hidden_at: string | null;
            featured_position: number | null;
            /** @description Reports of visitors that nobody has looked at */
            reports_open: number;
            /** @description All campaigns of its creator are hidden */
            creator_blocked: boolean;
            /**
             * @description Until the deadline; 0 when it has passed
             * @example 1798761600
             */
            countdown_seconds: number;
            metadata: components["schemas"]["MetadataSummary"] | null;
        };
        AdminCampaignDetail: {
            /** @description The address */
            id: string;
            /**
             * @description The campaign contract
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            address: string;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The factory that made it
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            factory_address: string;
            /**
             * @description Who may withdraw
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            creator_address: string;
            /**
             * @description The goal, in wei
             * @example 2500000000000000000
             */
            goal_wei: string;
            /**
             * @description The goal, in the native coin
             * @example 2.5
             */
            goal_eth: string;
            /**
             * @description Unix seconds, up to 2^256 - 1
             * @example 1798761600
             */
            deadline_ts: number;
            deadline_iso: string | null;
            /**
             * @description The metadata document, as the chain has it
             * @example bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy
             */
            cid: string;
            /**
             * @description WITHDRAWN, else SUCCESS when the goal is met, else FAILED when the deadline has passed, else ACTIVE
             * @enum {string}
             */
            status: "ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN";
            /** @description What the contract would say: deadline not passed, nothing withdrawn */
            accepts_donations: boolean;
            /**
             * @description Given in all, refunds not taken off, in wei
             * @example 2500000000000000000
             */
            total_raised_wei: string;
            /**
             * @description Given in all, refunds not taken off, in the native coin
             * @example 2.5
             */
            total_raised_eth: string;
            /**
             * @description Of the goal, cut to two decimals; may pass 100
             * @example 72.5
             */
            progress_percent: number;
            withdrawn: boolean;
            /**
             * @description Withdrawn by the creator, in wei
             * @example 2500000000000000000
             */
            withdrawn_amount_wei: string;
            /**
             * @description Withdrawn by the creator, in the native coin
             * @example 2.5
             */
            withdrawn_amount_eth: string;
            /** @description Different donors */
            donors_count: number;
            /**
             * Format: date-time
             * @description The time of the creation's block
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The time of its last event's block
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
            /** @description Rows of its contributions: one a donor */
            contributions_count: number;
            /** @description Single donations */
            donations_count: number;
            /** @description Events on the canonical chain */
            events_count: number;
            /**
             * @description Refunded to donors, in wei
             * @example 2500000000000000000
             */
            total_refunded_wei: string;
            /**
             * @description Refunded to donors, in the native coin
             * @example 2.5
             */
            total_refunded_eth: string;
            /**
             * @description absent: the campaign names no CID
             * @enum {string}
             */
            metadata_state: "absent" | "pending" | "resolved" | "failed";
            last_error: string | null;
            /** @description By itself or with its creator */
            hidden: boolean;
            hidden_reason: string | null;
            hidden_at: string | null;
            featured_position: number | null;
            /** @description Reports of visitors that nobody has looked at */
            reports_open: number;
            /** @description All campaigns of its creator are hidden */
            creator_blocked: boolean;
            /**
             * @description Until the deadline; 0 when it has passed
             * @example 1798761600
             */
            countdown_seconds: number;
            metadata: components["schemas"]["Metadata"] | null;
        };
        AdminCampaignList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["AdminCampaign"][];
        };
        Featured: {
            /** @description The address */
            id: string;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The campaign
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            campaign_address: string;
            /** @description From 1 */
            position: number;
            name: string | null;
            /** @description Hidden ones are not shown on the home page */
            hidden: boolean;
            /** @description Who put it there */
            featured_by: string;
            /**
             * Format: date-time
             * @description When
             * @example 2026-11-22T09:30:00.000Z
             */
            featured_at: string;
        };
        FeaturedList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["Featured"][];
        };
        AdminMetadata: {
            /** @description The campaign's address */
            id: string;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The campaign
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            campaign_address: string;
            /** @description The document, as the chain has it */
            cid: string;
            /**
             * @description absent: the campaign names no CID
             * @enum {string}
             */
            state: "absent" | "pending" | "resolved" | "failed";
            /** @description The bytes were proved to be the CID's */
            verified: boolean;
            /** @description Of fetching it */
            attempts: number;
            error_code: string | null;
            last_error: string | null;
            next_attempt_at: string | null;
            ipfs_fetched_at: string | null;
            name: string | null;
            short_description: string | null;
            category: string | null;
            image_url: string | null;
            banner_url: string | null;
            creator_avatar_url: string | null;
            hidden: boolean;
            updated_at: string | null;
        };
        AdminMetadataDetail: {
            /** @description The campaign's address */
            id: string;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The campaign
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            campaign_address: string;
            /** @description The document, as the chain has it */
            cid: string;
            /**
             * @description absent: the campaign names no CID
             * @enum {string}
             */
            state: "absent" | "pending" | "resolved" | "failed";
            /** @description The bytes were proved to be the CID's */
            verified: boolean;
            /** @description Of fetching it */
            attempts: number;
            error_code: string | null;
            last_error: string | null;
            next_attempt_at: string | null;
            ipfs_fetched_at: string | null;
            name: string | null;
            short_description: string | null;
            category: string | null;
            image_url: string | null;
            banner_url: string | null;
            creator_avatar_url: string | null;
            hidden: boolean;
            updated_at: string | null;
            description: string | null;
            image_cid: string | null;
            banner_cid: string | null;
            creator_avatar_cid: string | null;
            location: string | null;
            creator_name: string | null;
            website_url: string | null;
            twitter_handle: string | null;
            discord_url: string | null;
            tags: string[];
            /** @description The document as it was found; null before that */
            raw_json: unknown;
            /** @description Fields that are not stored as the document says them */
            differences: {
                /**
                 * @description The column
                 * @example image_cid
                 */
                field: string;
                /** @description What the document says */
                document: unknown;
                /** @description What is stored and shown */
                stored: unknown;
                /** @description What makes them differ */
                why: string;
            }[];
            created_at: string | null;
        };
        AdminMetadataList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["AdminMetadata"][];
        };
        Job: {
            /** @description Names the row */
            id: number;
            /**
             * @description What is done
             * @enum {string}
             */
            kind: "hide" | "unhide" | "feature" | "unfeature" | "refresh_metadata" | "resync" | "verify";
            /**
             * @description done: to the end, whatever failed of it (`failed`); failed: it could not go on (`error`)
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            chain_id: number | null;
            /** @description Of what is to be done */
            total: number;
            /** @description Done so far, what failed not counted */
            done: number;
            /** @description Failed so far */
            failed: number;
            /** @description The first 1,000 */
            failures: {
                /** @description The campaign */
                subject: string;
                /** @description Why */
                reason: string;
            }[];
            error: string | null;
            /** @description What was asked for */
            parameters: {
                [key: string]: unknown;
            };
            /** @description Who asked for it */
            created_by: string;
            /**
             * Format: date-time
             * @description When
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            started_at: string | null;
            finished_at: string | null;
        };
        JobList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["Job"][];
        };
        AdminContribution: {
            id: number;
            /**
             * @description The campaign
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            campaign_address: string;
            /**
             * @description The donor
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            donor_address: string;
            /**
             * @description Given in all, in wei
             * @example 2500000000000000000
             */
            contributed_wei: string;
            /**
             * @description Given in all, in the native coin
             * @example 2.5
             */
            contributed_eth: string;
            /**
             * @description Taken back, in wei
             * @example 2500000000000000000
             */
            refunded_wei: string;
            /**
             * @description Taken back, in the native coin
             * @example 2.5
             */
            refunded_eth: string;
            /**
             * @description Given and not taken back, in wei
             * @example 2500000000000000000
             */
            net_contributed_wei: string;
            /**
             * @description Given and not taken back, in the native coin
             * @example 2.5
             */
            net_contributed_eth: string;
            /** @description Single donations */
            donations_count: number;
            /**
             * Format: date-time
             * @description The time of the first donation's block
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The time of the last donation's or refund's block
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
            /** @example 31337 */
            chain_id: number;
            campaign_name: string | null;
        };
        AdminContributionList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["AdminContribution"][];
        };
        Report: {
            /** @description Names the row */
            id: number;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The campaign
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            campaign_address: string;
            /**
             * @description What is wrong with it
             * @enum {string}
             */
            reason: "scam" | "copyright" | "illegal" | "spam" | "other";
            /**
             * @description open: nobody has decided yet
             * @enum {string}
             */
            state: "open" | "dismissed" | "upheld";
            /**
             * Format: date-time
             * @description When it was reported
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
        };
        AdminReport: {
            /** @description Names the row */
            id: number;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description The campaign
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            campaign_address: string;
            campaign_name: string | null;
            campaign_hidden: boolean;
            /**
             * @description What is wrong with it
             * @enum {string}
             */
            reason: "scam" | "copyright" | "illegal" | "spam" | "other";
            details: string | null;
            /** @description The account, or "anonymous" */
            reporter: string;
            reporter_id: number | null;
            /**
             * @description open: nobody has decided yet
             * @enum {string}
             */
            state: "open" | "dismissed" | "upheld";
            note: string | null;
            resolved_by: string | null;
            /**
             * Format: date-time
             * @description When it was reported
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            resolved_at: string | null;
        };
        AdminReportList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["AdminReport"][];
        };
        BlockedCreator: {
            /** @description The address */
            id: string;
            /**
             * @description The creator
             * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            address: string;
            /** @description What visitors are told on the pages of its campaigns */
            reason: string;
            /** @description On all chains */
            campaigns_count: number;
            /** @description Who blocked it */
            blocked_by: string;
            /**
             * Format: date-time
             * @description When
             * @example 2026-11-22T09:30:00.000Z
             */
            blocked_at: string;
        };
        BlockedCreatorList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["BlockedCreator"][];
        };
        ChainFigures: {
            /** @example 31337 */
            chain_id: number;
            /** @description As configured */
            name: string;
            /**
             * @description As in sync-state
             * @enum {string}
             */
            state: "live" | "backfilling" | "stalled";
            last_block: number | null;
            chain_head: number | null;
            lag_blocks: number | null;
            lag_seconds: number | null;
            blocks_per_second: number | null;
            events_per_second: number | null;
            halted_reason: string | null;
            failing_reason: string | null;
        };
        AdminChain: {
            /** @description The chain id */
            id: number;
            /** @example 31337 */
            chain_id: number;
            /** @description As configured */
            name: string;
            /**
             * @description As in sync-state
             * @enum {string}
             */
            state: "live" | "backfilling" | "stalled";
            last_block: number | null;
            chain_head: number | null;
            lag_blocks: number | null;
            lag_seconds: number | null;
            blocks_per_second: number | null;
            events_per_second: number | null;
            halted_reason: string | null;
            failing_reason: string | null;
            start_block: number;
            factory_addresses: string[];
            progress_percent: number;
            eta_seconds: number | null;
            finalized_block: number | null;
            /** @description Of the chain's queues */
            dead_letters: number;
            resync_job: number | null;
            checkpoint: {
                epoch: number;
                seq: number;
                /** @description Published up to here */
                block: number;
                hash: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                updated_at: string;
            } | null;
            lanes: {
                /** @description From 0 */
                partition: number;
                /**
                 * @description What it reads
                 * @example kindling.31337.0of1
                 */
                queue: string;
                /** @description Of what was applied last */
                epoch: number;
                /** @description Of what was applied last */
                seq: number;
                last_block: number | null;
                last_block_hash: string | null;
                /** @description Of what was published last */
                published_epoch: number;
                /** @description Of what was published last */
                published_seq: number;
                published_block: number | null;
                /** @description Messages waiting, as last counted */
                depth: number;
                /** @description At least so long has the first of them waited */
                oldest_unacknowledged_seconds: number;
                updated_at: string | null;
            }[];
        };
        AdminChainList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["AdminChain"][];
        };
        Queue: {
            /** @description Its name */
            id: string;
            /**
             * @description Its name
             * @example kindling.31337.0of1
             */
            queue: string;
            chain_id: number | null;
            /**
             * @description What goes through it
             * @enum {string}
             */
            kind: "lane" | "control" | "dead-letters" | "jobs";
            depth: number | null;
            /** @description At least so long has the first of them waited */
            oldest_unacknowledged_seconds: number;
            consumers: number | null;
        };
        QueueList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["Queue"][];
        };
        Consumer: {
            /** @description What it reads */
            queue: string;
            /** @example 31337 */
            chain_id: number;
            /** @description The lane */
            partition: number;
            connected: number | null;
            /** @description Of what was applied last */
            epoch: number;
            /** @description Of what was applied last */
            seq: number;
            last_block: number | null;
            updated_at: string | null;
            silent_seconds: number | null;
        };
        RpcEndpoint: {
            /** @description Chain and place in RPC_URL */
            id: string;
            /** @example 31337 */
            chain_id: number;
            /**
             * @description Scheme and host: paths carry keys
             * @example https://rpc.example.org
             */
            origin: string;
            /**
             * @description unknown: no producer has written for a minute
             * @enum {string}
             */
            state: "healthy" | "failing" | "wrong_chain" | "unused" | "unknown";
            /** @description Since it last answered */
            consecutive_failures: number;
            limit: number | null;
            /** @description Since the producer started */
            requests: number;
            /** @description Since the producer started */
            failures: number;
            last_error: string | null;
            last_ok_at: string | null;
            retry_at: string | null;
        };
        Overview: {
            chains: components["schemas"]["ChainFigures"][];
            queues: components["schemas"]["Queue"][];
            consumers: components["schemas"]["Consumer"][];
            rpc_endpoints: components["schemas"]["RpcEndpoint"][];
            /** @description Messages that could not be applied */
            dead_letters: number;
            metadata: {
                pending: number;
                resolved: number;
                failed: number;
            };
            /** @description Reports nobody has decided */
            reports_open: number;
            /** @description Queued ones too */
            jobs_running: number;
            /** @description The newest first, at most 20 */
            recent_errors: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                at: string;
                /** @description What it happened to */
                where: string;
                message: string;
            }[];
        };
        DeadLetter: {
            /** @description Names the row */
            id: number;
            /** @description Where it came from */
            queue: string;
            chain_id: number | null;
            /** @description Why it could not be applied */
            reason: string;
            /** @description How often it was tried */
            attempts: number;
            /** @description Of the message */
            bytes: number;
            /**
             * Format: date-time
             * @description When it was first put aside
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last put aside
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
        };
        DeadLetterDetail: {
            /** @description Names the row */
            id: number;
            /** @description Where it came from */
            queue: string;
            chain_id: number | null;
            /** @description Why it could not be applied */
            reason: string;
            /** @description How often it was tried */
            attempts: number;
            /** @description Of the message */
            bytes: number;
            /**
             * Format: date-time
             * @description When it was first put aside
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last put aside
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
            /** @description As it came */
            body: string;
            /** @description The same, read as JSON; null where it is none */
            message: unknown;
        };
        DeadLetterList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["DeadLetter"][];
        };
        VerifyRun: {
            /** @description Names the row */
            id: number;
            /** @example 31337 */
            chain_id: number;
            sample: number | null;
            /**
             * @description done: to the end, whatever failed of it (`failed`); failed: it could not go on (`error`)
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            ok: boolean | null;
            /** @description So far */
            campaigns_checked: number;
            campaigns_total: number | null;
            differences_count: number | null;
            error: string | null;
            /** @description Who asked for it */
            created_by: string;
            /**
             * Format: date-time
             * @description When
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            finished_at: string | null;
        };
        VerifyRunDetail: {
            /** @description Names the row */
            id: number;
            /** @example 31337 */
            chain_id: number;
            sample: number | null;
            /**
             * @description done: to the end, whatever failed of it (`failed`); failed: it could not go on (`error`)
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            ok: boolean | null;
            /** @description So far */
            campaigns_checked: number;
            campaigns_total: number | null;
            differences_count: number | null;
            error: string | null;
            /** @description Who asked for it */
            created_by: string;
            /**
             * Format: date-time
             * @description When
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            finished_at: string | null;
            /** @description Where the lanes stood */
            blocks: {
                number: number;
                hash: string;
            }[];
            surplus: number | null;
            differences: {
                /**
                 * @description Against the contract, or within the tables
                 * @enum {string}
                 */
                kind: "contract" | "table";
                /** @description The contract, or the table */
                subject: string;
                /** @description What differs; of a table: stored or expected */
                field: string;
                stored: string | null;
                expected: string | null;
            }[];
        };
        VerifyRunList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["VerifyRun"][];
        };
        AdminUser: {
            /** @description Names the row */
            id: number;
            username: string | null;
            wallet_address: string | null;
            /**
             * @description What the account may do
             * @enum {string}
             */
            role: "user" | "staff" | "admin";
            /** @description It cannot sign in, and what it was signed in with does not count */
            disabled: boolean;
            disabled_at: string | null;
            last_login_at: string | null;
            /**
             * Format: date-time
             * @description Of the account
             * @example 2026-11-22T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Of the account
             * @example 2026-11-22T09:30:00.000Z
             */
            updated_at: string;
        };
        AdminUserList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["AdminUser"][];
        };
        NewPassword: {
            /** @description Names the row */
            id: number;
            /** @description The account */
            username: string;
            password: string | null;
        };
        AuditEntry: {
            /** @description Names the row */
            id: number;
            /**
             * Format: date-time
             * @description When
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            /** @description Who: a username, a wallet, or "cli:" and the user of the system who ran a command */
            actor: string;
            actor_id: number | null;
            /**
             * @description What
             * @example campaign.hide
             */
            action: string;
            /**
             * @description To what
             * @example campaign:31337:0x5fbdb2315678afecb367f032d93f642f64180aa3
             */
            subject: string;
            /** @description What was there; null: nothing */
            before: unknown;
            /** @description What is there since; null: nothing */
            after: unknown;
            request_id: string | null;
        };
        AuditList: {
            /** @description Rows in all; along a cursor, as they were when the walk began */
            count: number;
            next: string | null;
            previous: string | null;
            next_cursor: string | null;
            results: components["schemas"]["AuditEntry"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chain"][];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The chain's id (EIP-155) */
                chain_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chain"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSyncState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The chain's id (EIP-155) */
                chain_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncState"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                /** @description One or several, comma-separated; any letter case */
                status?: ("ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN")[];
                /**
                 * @description Made by
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                creator_address?: string;
                /**
                 * @description Made with this factory
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                factory_address?: string;
                /** @description Goal at least, in wei */
                min_goal?: string;
                /** @description Goal at most, in wei */
                max_goal?: string;
                /** @description Raised at least, in wei */
                min_raised?: string;
                /** @description Raised at most, in wei */
                max_raised?: string;
                /** @description Percent of the goal at least */
                min_progress?: number;
                /** @description Percent of the goal at most */
                max_progress?: number;
                /** @description Whether the creator has withdrawn */
                has_withdrawn?: boolean;
                /** @description Deadline at this unix second or before */
                deadline_before?: string;
                /** @description Deadline at this unix second or after */
                deadline_after?: string;
                /** @description One or several, comma-separated; any letter case */
                category?: ("technology" | "art" | "music" | "film" | "games" | "publishing" | "food" | "fashion" | "environment" | "community" | "health" | "education" | "sports" | "travel" | "charity" | "other")[];
                /** @description Has exactly this tag */
                tag?: string;
                /** @description These words stand in its location; any letter case */
                location?: string;
                /** @description Text: words, "a phrase", -not, or; an address or a CID goes straight to its campaigns */
                q?: string;
                /** @description Whether its metadata is resolved */
                has_metadata?: boolean;
                /** @description Whether the staff put it on the home page; true orders by `featured` unless told otherwise */
                featured?: boolean;
                /** @description - reverses. ending_soon lists those that still take donations alone, the nearest deadline first; trending is by what seven days brought; featured is the order of the home page; relevance goes with q. Ties are broken by address. */
                ordering?: "created_at" | "-created_at" | "deadline_ts" | "-deadline_ts" | "goal_wei" | "-goal_wei" | "total_raised_wei" | "-total_raised_wei" | "donors_count" | "-donors_count" | "progress_percent" | "-progress_percent" | "ending_soon" | "-ending_soon" | "trending" | "-trending" | "featured" | "-featured" | "relevance" | "-relevance";
                /** @description Nests the metadata */
                include_metadata?: boolean;
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchCampaigns: {
        parameters: {
            query: {
                /** @description Words, "a phrase", -not, or; an address or a CID goes straight to its campaigns */
                q: string;
                /** @description One or several, comma-separated; any letter case */
                status?: ("ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN")[];
                /**
                 * @description Made by
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                creator_address?: string;
                /**
                 * @description Made with this factory
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                factory_address?: string;
                /** @description Goal at least, in wei */
                min_goal?: string;
                /** @description Goal at most, in wei */
                max_goal?: string;
                /** @description Raised at least, in wei */
                min_raised?: string;
                /** @description Raised at most, in wei */
                max_raised?: string;
                /** @description Percent of the goal at least */
                min_progress?: number;
                /** @description Percent of the goal at most */
                max_progress?: number;
                /** @description Whether the creator has withdrawn */
                has_withdrawn?: boolean;
                /** @description Deadline at this unix second or before */
                deadline_before?: string;
                /** @description Deadline at this unix second or after */
                deadline_after?: string;
                /** @description One or several, comma-separated; any letter case */
                category?: ("technology" | "art" | "music" | "film" | "games" | "publishing" | "food" | "fashion" | "environment" | "community" | "health" | "education" | "sports" | "travel" | "charity" | "other")[];
                /** @description Has exactly this tag */
                tag?: string;
                /** @description These words stand in its location; any letter case */
                location?: string;
                /** @description Whether its metadata is resolved */
                has_metadata?: boolean;
                /** @description Whether the staff put it on the home page; true orders by `featured` unless told otherwise */
                featured?: boolean;
                /** @description - reverses. ending_soon lists those that still take donations alone, the nearest deadline first; trending is by what seven days brought; featured is the order of the home page; relevance goes with q. Ties are broken by address. */
                ordering?: "created_at" | "-created_at" | "deadline_ts" | "-deadline_ts" | "goal_wei" | "-goal_wei" | "total_raised_wei" | "-total_raised_wei" | "donors_count" | "-donors_count" | "progress_percent" | "-progress_percent" | "ending_soon" | "-ending_soon" | "trending" | "-trending" | "featured" | "-featured" | "relevance" | "-relevance";
                /** @description Nests the metadata */
                include_metadata?: boolean;
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignSearch"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCampaign: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description Nests all metadata; null when nothing was fetched yet */
                include_metadata?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignDetail"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `campaign_hidden` */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCampaignMetadata: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metadata"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `campaign_hidden` */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaignContributions: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributionList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `campaign_hidden` */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaignDonations: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DonationList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `campaign_hidden` */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaignEvents: {
        parameters: {
            query?: {
                /** @description Which event */
                event_name?: "CampaignCreated" | "DonationReceived" | "Withdrawn" | "Refunded";
                /** @description Only those a reorg took away, or only the others; left out: both */
                removed?: boolean;
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `campaign_hidden` */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCampaignTimeseries: {
        parameters: {
            query?: {
                /** @description The bucket */
                interval?: "hour" | "day";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignTimeseries"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `campaign_hidden` */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countCampaignFacets: {
        parameters: {
            query?: {
                /** @description One or several, comma-separated; any letter case */
                status?: ("ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN")[];
                /**
                 * @description Made by
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                creator_address?: string;
                /**
                 * @description Made with this factory
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                factory_address?: string;
                /** @description Goal at least, in wei */
                min_goal?: string;
                /** @description Goal at most, in wei */
                max_goal?: string;
                /** @description Raised at least, in wei */
                min_raised?: string;
                /** @description Raised at most, in wei */
                max_raised?: string;
                /** @description Percent of the goal at least */
                min_progress?: number;
                /** @description Percent of the goal at most */
                max_progress?: number;
                /** @description Whether the creator has withdrawn */
                has_withdrawn?: boolean;
                /** @description Deadline at this unix second or before */
                deadline_before?: string;
                /** @description Deadline at this unix second or after */
                deadline_after?: string;
                /** @description One or several, comma-separated; any letter case */
                category?: ("technology" | "art" | "music" | "film" | "games" | "publishing" | "food" | "fashion" | "environment" | "community" | "health" | "education" | "sports" | "travel" | "charity" | "other")[];
                /** @description Has exactly this tag */
                tag?: string;
                /** @description These words stand in its location; any letter case */
                location?: string;
                /** @description Text: words, "a phrase", -not, or; an address or a CID goes straight to its campaigns */
                q?: string;
                /** @description Whether its metadata is resolved */
                has_metadata?: boolean;
                /** @description Whether the staff put it on the home page; true orders by `featured` unless told otherwise */
                featured?: boolean;
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignFacets"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCampaignGifts: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignGifts"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `campaign_hidden` */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCreatorCampaigns: {
        parameters: {
            query?: {
                /** @description One or several, comma-separated; any letter case */
                status?: ("ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN")[];
                /**
                 * @description Made with this factory
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                factory_address?: string;
                /** @description Goal at least, in wei */
                min_goal?: string;
                /** @description Goal at most, in wei */
                max_goal?: string;
                /** @description Raised at least, in wei */
                min_raised?: string;
                /** @description Raised at most, in wei */
                max_raised?: string;
                /** @description Percent of the goal at least */
                min_progress?: number;
                /** @description Percent of the goal at most */
                max_progress?: number;
                /** @description Whether the creator has withdrawn */
                has_withdrawn?: boolean;
                /** @description Deadline at this unix second or before */
                deadline_before?: string;
                /** @description Deadline at this unix second or after */
                deadline_after?: string;
                /** @description One or several, comma-separated; any letter case */
                category?: ("technology" | "art" | "music" | "film" | "games" | "publishing" | "food" | "fashion" | "environment" | "community" | "health" | "education" | "sports" | "travel" | "charity" | "other")[];
                /** @description Has exactly this tag */
                tag?: string;
                /** @description These words stand in its location; any letter case */
                location?: string;
                /** @description Text: words, "a phrase", -not, or; an address or a CID goes straight to its campaigns */
                q?: string;
                /** @description Whether its metadata is resolved */
                has_metadata?: boolean;
                /** @description Whether the staff put it on the home page; true orders by `featured` unless told otherwise */
                featured?: boolean;
                /** @description - reverses. ending_soon lists those that still take donations alone, the nearest deadline first; trending is by what seven days brought; featured is the order of the home page; relevance goes with q. Ties are broken by address. */
                ordering?: "created_at" | "-created_at" | "deadline_ts" | "-deadline_ts" | "goal_wei" | "-goal_wei" | "total_raised_wei" | "-total_raised_wei" | "donors_count" | "-donors_count" | "progress_percent" | "-progress_percent" | "ending_soon" | "-ending_soon" | "trending" | "-trending" | "featured" | "-featured" | "relevance" | "-relevance";
                /** @description Nests the metadata */
                include_metadata?: boolean;
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The creator
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDonorContributions: {
        parameters: {
            query?: {
                /** @description Nests the campaigns' metadata */
                include_metadata?: boolean;
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The donor
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DonorContributionList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Which event */
                event_name?: "CampaignCreated" | "DonationReceived" | "Withdrawn" | "Refunded";
                /**
                 * @description Emitted by this contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address?: string;
                /**
                 * @description Done by this creator or donor
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                account_address?: string;
                /** @description In this block or later */
                block_number_gte?: number;
                /** @description In this block or earlier */
                block_number_lte?: number;
                /** @description Of this transaction */
                tx_hash?: string;
                /** @description Only those a reorg took away, or only the others; left out: both */
                removed?: boolean;
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The event's id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `campaign_hidden` */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openStream: {
        parameters: {
            query?: {
                /** @description Only what is about these, comma-separated */
                campaign?: string[];
                /**
                 * @description The id of an event, to begin after it
                 * @example 1024.3
                 */
                after?: string;
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that does not end */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCampaignsCsv: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCampaignsNdjson: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportContributionsCsv: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /**
                 * @description To this campaign alone
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                campaign_address?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportContributionsNdjson: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /**
                 * @description To this campaign alone
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                campaign_address?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportEventsCsv: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportEventsNdjson: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlatformStats: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformStats"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCreatorStats: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The creator
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatorStats"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlatformTimeseries: {
        parameters: {
            query?: {
                /** @description What is counted */
                metric?: "raised" | "donations" | "campaigns" | "donors";
                /** @description The bucket */
                interval?: "day" | "week";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformTimeseries"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTrending: {
        parameters: {
            query?: {
                /** @description Until now, to the second */
                period?: "24h" | "7d" | "30d";
                /** @description By what the period brought, or by how little is missing */
                type?: "recent_donations" | "close_to_goal";
                /** @description At most so many */
                limit?: number;
                /** @description Nests the metadata */
                include_metadata?: boolean;
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trending"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaignLeaders: {
        parameters: {
            query?: {
                /** @description One or several, comma-separated; any letter case */
                status?: ("ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN")[];
                /** @description Until now; all: since the beginning */
                period?: "24h" | "7d" | "30d" | "all";
                /** @description At most so many */
                limit?: number;
                /** @description Leaves out so many from the beginning */
                offset?: number;
                /** @description Nests the metadata */
                include_metadata?: boolean;
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignLeaderboard"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDonorLeaders: {
        parameters: {
            query?: {
                /** @description Until now; all: since the beginning */
                period?: "24h" | "7d" | "30d" | "all";
                /** @description Shortens the addresses */
                anonymize?: boolean;
                /** @description At most so many */
                limit?: number;
                /** @description Leaves out so many from the beginning */
                offset?: number;
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DonorLeaderboard"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCategoryStats: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContent: {
        parameters: {
            query?: {
                /** @description An image as WebP, or as AVIF where that is accepted and smaller, at most so many pixels wide */
                w?: 160 | 320 | 640 | 960 | 1280 | 1920;
                /** @description The block itself, or all blocks as a CAR: what a trustless gateway answers; Accept works too */
                format?: "raw" | "car";
            };
            header?: never;
            path: {
                /** @description A CID that a campaign or its metadata names */
                cid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Images, JSON and plain text as such, everything else as a download */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                    "application/json": unknown;
                    "text/plain": string;
                    "application/octet-stream": string;
                    "application/vnd.ipld.raw": string;
                    "application/vnd.ipld.car": string;
                };
            };
            /** @description The part that Range asks for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `range_not_satisfiable` */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_unsuitable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_unavailable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_timeout` */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContentAtPath: {
        parameters: {
            query?: {
                /** @description An image as WebP, or as AVIF where that is accepted and smaller, at most so many pixels wide */
                w?: 160 | 320 | 640 | 960 | 1280 | 1920;
                /** @description The block itself, or all blocks as a CAR: what a trustless gateway answers; Accept works too */
                format?: "raw" | "car";
            };
            header?: never;
            path: {
                /** @description A CID that a campaign or its metadata names */
                cid: string;
                /** @description Names below the CID */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Images, JSON and plain text as such, everything else as a download */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                    "application/json": unknown;
                    "text/plain": string;
                    "application/octet-stream": string;
                    "application/vnd.ipld.raw": string;
                    "application/vnd.ipld.car": string;
                };
            };
            /** @description The part that Range asks for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `range_not_satisfiable` */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_unsuitable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_unavailable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_timeout` */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Stored; pinning goes on */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Version 1, made with the profile unixfs-v1-2025 */
                        cid: string;
                        /** @description Bytes of what was stored */
                        size: number;
                        /**
                         * @description Told by the bytes
                         * @example image/webp
                         * @example application/json
                         */
                        type: string;
                        /**
                         * Format: uri
                         * @description Where it is served: to everybody once a campaign speaks of it
                         */
                        url: string;
                    };
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_unsuitable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_unavailable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_timeout` */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetadataSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Schema, draft 2020-12 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_unsuitable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_unavailable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_timeout` */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshCampaignMetadata: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metadata"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_unsuitable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `campaign_hidden` */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_unavailable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_timeout` */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Letter case does not matter
                     * @example ada
                     */
                    username: string;
                    /**
                     * @description 10 to 128 characters, and hard to guess
                     * @example violet kettle orbit 42
                     */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `username_taken`, `wallet_taken`, `last_admin`, `campaign_not_hidden`, `already_reported`, `report_resolved`, `job_ended`, `dead_letter_outdated` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Letter case does not matter
                     * @example ada
                     */
                    username: string;
                    /**
                     * @description 10 to 128 characters, and hard to guess
                     * @example violet kettle orbit 42
                     */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The refresh token */
                    refresh: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An access token */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The refresh token */
                    refresh: string;
                };
            };
        };
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSiweNonce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiweNonce"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInWithEthereum: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As it was signed (EIP-4361) */
                    message: string;
                    /** @description Of a key, or a smart wallet's (ERC-1271, ERC-6492) */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As it was signed (EIP-4361) */
                    message: string;
                    /** @description Of a key, or a smart wallet's (ERC-1271, ERC-6492) */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `username_taken`, `wallet_taken`, `last_admin`, `campaign_not_hidden`, `already_reported`, `report_resolved`, `job_ended`, `dead_letter_outdated` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportCampaign: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What is wrong with it
                     * @enum {string}
                     */
                    reason: "scam" | "copyright" | "illegal" | "spam" | "other";
                    /** @description What is wrong, in your own words */
                    details?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `username_taken`, `wallet_taken`, `last_admin`, `campaign_not_hidden`, `already_reported`, `report_resolved`, `job_ended`, `dead_letter_outdated` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `campaign_hidden` */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdminOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminCampaigns: {
        parameters: {
            query?: {
                /** @description One or several, comma-separated; any letter case */
                status?: ("ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN")[];
                /**
                 * @description Made by
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                creator_address?: string;
                /**
                 * @description Made with this factory
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                factory_address?: string;
                /** @description Goal at least, in wei */
                min_goal?: string;
                /** @description Goal at most, in wei */
                max_goal?: string;
                /** @description Raised at least, in wei */
                min_raised?: string;
                /** @description Raised at most, in wei */
                max_raised?: string;
                /** @description Percent of the goal at least */
                min_progress?: number;
                /** @description Percent of the goal at most */
                max_progress?: number;
                /** @description Whether the creator has withdrawn */
                has_withdrawn?: boolean;
                /** @description Deadline at this unix second or before */
                deadline_before?: string;
                /** @description Deadline at this unix second or after */
                deadline_after?: string;
                /** @description One or several, comma-separated; any letter case */
                category?: ("technology" | "art" | "music" | "film" | "games" | "publishing" | "food" | "fashion" | "environment" | "community" | "health" | "education" | "sports" | "travel" | "charity" | "other")[];
                /** @description Has exactly this tag */
                tag?: string;
                /** @description These words stand in its location; any letter case */
                location?: string;
                /** @description Text: words, "a phrase", -not, or; an address or a CID goes straight to its campaigns */
                q?: string;
                /** @description Whether its metadata is resolved */
                has_metadata?: boolean;
                /** @description Only those on the home page, or only the others */
                featured?: boolean;
                /** @description Only those that are hidden, or only the others */
                hidden?: boolean;
                /** @description Only those with open reports, or only the others */
                reported?: boolean;
                /** @description One or several */
                metadata_state?: ("absent" | "pending" | "resolved" | "failed")[];
                /** @description - reverses */
                ordering?: "created_at" | "-created_at" | "deadline_ts" | "-deadline_ts" | "goal_wei" | "-goal_wei" | "total_raised_wei" | "-total_raised_wei" | "donors_count" | "-donors_count" | "progress_percent" | "-progress_percent" | "ending_soon" | "-ending_soon" | "trending" | "-trending" | "featured" | "-featured" | "relevance" | "-relevance";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminCampaignList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminCampaignsCsv: {
        parameters: {
            query?: {
                /** @description One or several, comma-separated; any letter case */
                status?: ("ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN")[];
                /**
                 * @description Made by
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                creator_address?: string;
                /**
                 * @description Made with this factory
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                factory_address?: string;
                /** @description Goal at least, in wei */
                min_goal?: string;
                /** @description Goal at most, in wei */
                max_goal?: string;
                /** @description Raised at least, in wei */
                min_raised?: string;
                /** @description Raised at most, in wei */
                max_raised?: string;
                /** @description Percent of the goal at least */
                min_progress?: number;
                /** @description Percent of the goal at most */
                max_progress?: number;
                /** @description Whether the creator has withdrawn */
                has_withdrawn?: boolean;
                /** @description Deadline at this unix second or before */
                deadline_before?: string;
                /** @description Deadline at this unix second or after */
                deadline_after?: string;
                /** @description One or several, comma-separated; any letter case */
                category?: ("technology" | "art" | "music" | "film" | "games" | "publishing" | "food" | "fashion" | "environment" | "community" | "health" | "education" | "sports" | "travel" | "charity" | "other")[];
                /** @description Has exactly this tag */
                tag?: string;
                /** @description These words stand in its location; any letter case */
                location?: string;
                /** @description Text: words, "a phrase", -not, or; an address or a CID goes straight to its campaigns */
                q?: string;
                /** @description Whether its metadata is resolved */
                has_metadata?: boolean;
                /** @description Only those on the home page, or only the others */
                featured?: boolean;
                /** @description Only those that are hidden, or only the others */
                hidden?: boolean;
                /** @description Only those with open reports, or only the others */
                reported?: boolean;
                /** @description One or several */
                metadata_state?: ("absent" | "pending" | "resolved" | "failed")[];
                /** @description - reverses */
                ordering?: "created_at" | "-created_at" | "deadline_ts" | "-deadline_ts" | "goal_wei" | "-goal_wei" | "total_raised_wei" | "-total_raised_wei" | "donors_count" | "-donors_count" | "progress_percent" | "-progress_percent" | "ending_soon" | "-ending_soon" | "trending" | "-trending" | "featured" | "-featured" | "relevance" | "-relevance";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminCampaignsNdjson: {
        parameters: {
            query?: {
                /** @description One or several, comma-separated; any letter case */
                status?: ("ACTIVE" | "SUCCESS" | "FAILED" | "WITHDRAWN")[];
                /**
                 * @description Made by
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                creator_address?: string;
                /**
                 * @description Made with this factory
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                factory_address?: string;
                /** @description Goal at least, in wei */
                min_goal?: string;
                /** @description Goal at most, in wei */
                max_goal?: string;
                /** @description Raised at least, in wei */
                min_raised?: string;
                /** @description Raised at most, in wei */
                max_raised?: string;
                /** @description Percent of the goal at least */
                min_progress?: number;
                /** @description Percent of the goal at most */
                max_progress?: number;
                /** @description Whether the creator has withdrawn */
                has_withdrawn?: boolean;
                /** @description Deadline at this unix second or before */
                deadline_before?: string;
                /** @description Deadline at this unix second or after */
                deadline_after?: string;
                /** @description One or several, comma-separated; any letter case */
                category?: ("technology" | "art" | "music" | "film" | "games" | "publishing" | "food" | "fashion" | "environment" | "community" | "health" | "education" | "sports" | "travel" | "charity" | "other")[];
                /** @description Has exactly this tag */
                tag?: string;
                /** @description These words stand in its location; any letter case */
                location?: string;
                /** @description Text: words, "a phrase", -not, or; an address or a CID goes straight to its campaigns */
                q?: string;
                /** @description Whether its metadata is resolved */
                has_metadata?: boolean;
                /** @description Only those on the home page, or only the others */
                featured?: boolean;
                /** @description Only those that are hidden, or only the others */
                hidden?: boolean;
                /** @description Only those with open reports, or only the others */
                reported?: boolean;
                /** @description One or several */
                metadata_state?: ("absent" | "pending" | "resolved" | "failed")[];
                /** @description - reverses */
                ordering?: "created_at" | "-created_at" | "deadline_ts" | "-deadline_ts" | "goal_wei" | "-goal_wei" | "total_raised_wei" | "-total_raised_wei" | "donors_count" | "-donors_count" | "progress_percent" | "-progress_percent" | "ending_soon" | "-ending_soon" | "trending" | "-trending" | "featured" | "-featured" | "relevance" | "-relevance";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdminCampaign: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminCampaignDetail"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hideCampaign: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Shown to visitors on its page */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminCampaignDetail"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unhideCampaign: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description For the audit log */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminCampaignDetail"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `username_taken`, `wallet_taken`, `last_admin`, `campaign_not_hidden`, `already_reported`, `report_resolved`, `job_ended`, `dead_letter_outdated` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulkCampaigns: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "hide" | "unhide" | "refresh_metadata" | "feature" | "unfeature";
                    /** @description Campaigns */
                    addresses: string[];
                    /** @description Shown to visitors on its page; required to hide */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminFeatured: {
        parameters: {
            query?: {
                /** @description - reverses */
                ordering?: "position" | "-position";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeaturedList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setFeatured: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All of them, as they are to stand; none empties it */
                    addresses: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeaturedList"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminFeaturedCsv: {
        parameters: {
            query?: {
                /** @description - reverses */
                ordering?: "position" | "-position";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminFeaturedNdjson: {
        parameters: {
            query?: {
                /** @description - reverses */
                ordering?: "position" | "-position";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminMetadata: {
        parameters: {
            query?: {
                /** @description One or several */
                state?: ("absent" | "pending" | "resolved" | "failed")[];
                /** @description Failed for this reason */
                error_code?: string;
                /** @description In the title, the CID or the error, or the beginning of the address */
                q?: string;
                /** @description - reverses */
                ordering?: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "attempts" | "-attempts" | "name" | "-name";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminMetadataList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminMetadataCsv: {
        parameters: {
            query?: {
                /** @description One or several */
                state?: ("absent" | "pending" | "resolved" | "failed")[];
                /** @description Failed for this reason */
                error_code?: string;
                /** @description In the title, the CID or the error, or the beginning of the address */
                q?: string;
                /** @description - reverses */
                ordering?: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "attempts" | "-attempts" | "name" | "-name";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminMetadataNdjson: {
        parameters: {
            query?: {
                /** @description One or several */
                state?: ("absent" | "pending" | "resolved" | "failed")[];
                /** @description Failed for this reason */
                error_code?: string;
                /** @description In the title, the CID or the error, or the beginning of the address */
                q?: string;
                /** @description - reverses */
                ordering?: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "attempts" | "-attempts" | "name" | "-name";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdminMetadata: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminMetadataDetail"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshAdminMetadata: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminMetadataDetail"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_unsuitable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_unavailable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `content_timeout` */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clearMetadata: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The campaign contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminMetadataDetail"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulkRefreshMetadata: {
        parameters: {
            query?: {
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Campaigns */
                    addresses?: string[];
                    /**
                     * @description All in this state
                     * @enum {string}
                     */
                    state?: "failed" | "pending";
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminJobs: {
        parameters: {
            query?: {
                /** @description Who asked for it, or in the error */
                q?: string;
                /** @description One or several */
                state?: ("queued" | "running" | "done" | "failed" | "cancelled")[];
                /** @description One or several */
                kind?: ("hide" | "unhide" | "feature" | "unfeature" | "refresh_metadata" | "resync" | "verify")[];
                /** @description - reverses */
                ordering?: "id" | "-id";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminJobsCsv: {
        parameters: {
            query?: {
                /** @description Who asked for it, or in the error */
                q?: string;
                /** @description One or several */
                state?: ("queued" | "running" | "done" | "failed" | "cancelled")[];
                /** @description One or several */
                kind?: ("hide" | "unhide" | "feature" | "unfeature" | "refresh_metadata" | "resync" | "verify")[];
                /** @description - reverses */
                ordering?: "id" | "-id";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminJobsNdjson: {
        parameters: {
            query?: {
                /** @description Who asked for it, or in the error */
                q?: string;
                /** @description One or several */
                state?: ("queued" | "running" | "done" | "failed" | "cancelled")[];
                /** @description One or several */
                kind?: ("hide" | "unhide" | "feature" | "unfeature" | "refresh_metadata" | "resync" | "verify")[];
                /** @description - reverses */
                ordering?: "id" | "-id";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdminJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelAdminJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `username_taken`, `wallet_taken`, `last_admin`, `campaign_not_hidden`, `already_reported`, `report_resolved`, `job_ended`, `dead_letter_outdated` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminContributions: {
        parameters: {
            query?: {
                /**
                 * @description To this campaign
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                campaign?: string;
                /**
                 * @description Of this donor
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                donor?: string;
                /** @description Only what was taken back, in part at least, or only the rest */
                refunded?: boolean;
                /** @description At least so much, in wei */
                min_contributed?: string;
                /** @description - reverses */
                ordering?: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "contributed_wei" | "-contributed_wei" | "refunded_wei" | "-refunded_wei" | "donations_count" | "-donations_count";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminContributionList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminContributionsCsv: {
        parameters: {
            query?: {
                /**
                 * @description To this campaign
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                campaign?: string;
                /**
                 * @description Of this donor
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                donor?: string;
                /** @description Only what was taken back, in part at least, or only the rest */
                refunded?: boolean;
                /** @description At least so much, in wei */
                min_contributed?: string;
                /** @description - reverses */
                ordering?: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "contributed_wei" | "-contributed_wei" | "refunded_wei" | "-refunded_wei" | "donations_count" | "-donations_count";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminContributionsNdjson: {
        parameters: {
            query?: {
                /**
                 * @description To this campaign
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                campaign?: string;
                /**
                 * @description Of this donor
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                donor?: string;
                /** @description Only what was taken back, in part at least, or only the rest */
                refunded?: boolean;
                /** @description At least so much, in wei */
                min_contributed?: string;
                /** @description - reverses */
                ordering?: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "contributed_wei" | "-contributed_wei" | "refunded_wei" | "-refunded_wei" | "donations_count" | "-donations_count";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminEvents: {
        parameters: {
            query?: {
                /** @description Which event */
                event_name?: "CampaignCreated" | "DonationReceived" | "Withdrawn" | "Refunded";
                /** @description Only those a reorg took away, or only the others; left out: both */
                removed?: boolean;
                /** @description Of this transaction */
                tx_hash?: string;
                /**
                 * @description About this campaign
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                campaign?: string;
                /**
                 * @description Of this creator or donor
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                account?: string;
                /**
                 * @description Emitted by this contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address?: string;
                /** @description In this block or later */
                block_number_gte?: number;
                /** @description In this block or earlier */
                block_number_lte?: number;
                /** @description - reverses */
                ordering?: "block_number" | "-block_number";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminEventsCsv: {
        parameters: {
            query?: {
                /** @description Which event */
                event_name?: "CampaignCreated" | "DonationReceived" | "Withdrawn" | "Refunded";
                /** @description Only those a reorg took away, or only the others; left out: both */
                removed?: boolean;
                /** @description Of this transaction */
                tx_hash?: string;
                /**
                 * @description About this campaign
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                campaign?: string;
                /**
                 * @description Of this creator or donor
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                account?: string;
                /**
                 * @description Emitted by this contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address?: string;
                /** @description In this block or later */
                block_number_gte?: number;
                /** @description In this block or earlier */
                block_number_lte?: number;
                /** @description - reverses */
                ordering?: "block_number" | "-block_number";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminEventsNdjson: {
        parameters: {
            query?: {
                /** @description Which event */
                event_name?: "CampaignCreated" | "DonationReceived" | "Withdrawn" | "Refunded";
                /** @description Only those a reorg took away, or only the others; left out: both */
                removed?: boolean;
                /** @description Of this transaction */
                tx_hash?: string;
                /**
                 * @description About this campaign
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                campaign?: string;
                /**
                 * @description Of this creator or donor
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                account?: string;
                /**
                 * @description Emitted by this contract
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address?: string;
                /** @description In this block or later */
                block_number_gte?: number;
                /** @description In this block or earlier */
                block_number_lte?: number;
                /** @description - reverses */
                ordering?: "block_number" | "-block_number";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminReports: {
        parameters: {
            query?: {
                /** @description In the title or the words, or the beginning of the address */
                q?: string;
                /** @description One or several */
                state?: ("open" | "dismissed" | "upheld")[];
                /** @description One or several */
                reason?: ("scam" | "copyright" | "illegal" | "spam" | "other")[];
                /**
                 * @description Of this campaign
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                campaign?: string;
                /** @description - reverses */
                ordering?: "created_at" | "-created_at" | "resolved_at" | "-resolved_at" | "id" | "-id";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminReportList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminReportsCsv: {
        parameters: {
            query?: {
                /** @description In the title or the words, or the beginning of the address */
                q?: string;
                /** @description One or several */
                state?: ("open" | "dismissed" | "upheld")[];
                /** @description One or several */
                reason?: ("scam" | "copyright" | "illegal" | "spam" | "other")[];
                /**
                 * @description Of this campaign
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                campaign?: string;
                /** @description - reverses */
                ordering?: "created_at" | "-created_at" | "resolved_at" | "-resolved_at" | "id" | "-id";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminReportsNdjson: {
        parameters: {
            query?: {
                /** @description In the title or the words, or the beginning of the address */
                q?: string;
                /** @description One or several */
                state?: ("open" | "dismissed" | "upheld")[];
                /** @description One or several */
                reason?: ("scam" | "copyright" | "illegal" | "spam" | "other")[];
                /**
                 * @description Of this campaign
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                campaign?: string;
                /** @description - reverses */
                ordering?: "created_at" | "-created_at" | "resolved_at" | "-resolved_at" | "id" | "-id";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdminReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The report */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminReport"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The report */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "dismissed" | "upheld";
                    /** @description For the staff alone */
                    note?: string;
                    /** @description Hide the campaign too; only with upheld */
                    hide?: boolean;
                    /** @description Shown to visitors on its page; required to hide */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminReport"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `username_taken`, `wallet_taken`, `last_admin`, `campaign_not_hidden`, `already_reported`, `report_resolved`, `job_ended`, `dead_letter_outdated` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminBlockedCreators: {
        parameters: {
            query?: {
                /** @description In the reason, or the beginning of the address */
                q?: string;
                /** @description - reverses */
                ordering?: "blocked_at" | "-blocked_at" | "address" | "-address";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedCreatorList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    blockCreator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The creator
                     * @example 0x5fbdb2315678afecb367f032d93f642f64180aa3
                     */
                    address: string;
                    /** @description What visitors are told on the pages of its campaigns */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedCreator"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminBlockedCreatorsCsv: {
        parameters: {
            query?: {
                /** @description In the reason, or the beginning of the address */
                q?: string;
                /** @description - reverses */
                ordering?: "blocked_at" | "-blocked_at" | "address" | "-address";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminBlockedCreatorsNdjson: {
        parameters: {
            query?: {
                /** @description In the reason, or the beginning of the address */
                q?: string;
                /** @description - reverses */
                ordering?: "blocked_at" | "-blocked_at" | "address" | "-address";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unblockCreator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The creator
                 * @example 0x5FbDB2315678afecb367f032d93F642f64180aa3
                 */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not blocked any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminChains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminChainList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resyncChain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The chain */
                chain_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The first block that may be wrong */
                    from_block: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminDeadLetters: {
        parameters: {
            query?: {
                /** @description In the reason or the message */
                q?: string;
                /** @description Of this queue */
                queue?: string;
                /** @description - reverses */
                ordering?: "id" | "-id" | "updated_at" | "-updated_at" | "attempts" | "-attempts";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminDeadLettersCsv: {
        parameters: {
            query?: {
                /** @description In the reason or the message */
                q?: string;
                /** @description Of this queue */
                queue?: string;
                /** @description - reverses */
                ordering?: "id" | "-id" | "updated_at" | "-updated_at" | "attempts" | "-attempts";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminDeadLettersNdjson: {
        parameters: {
            query?: {
                /** @description In the reason or the message */
                q?: string;
                /** @description Of this queue */
                queue?: string;
                /** @description - reverses */
                ordering?: "id" | "-id" | "updated_at" | "-updated_at" | "attempts" | "-attempts";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdminDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The dead letter */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterDetail"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The dead letter */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is back in its queue */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `username_taken`, `wallet_taken`, `last_admin`, `campaign_not_hidden`, `already_reported`, `report_resolved`, `job_ended`, `dead_letter_outdated` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The dead letter */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminVerifyRuns: {
        parameters: {
            query?: {
                /** @description Who asked for it, or in the error */
                q?: string;
                /** @description One or several */
                state?: ("queued" | "running" | "done" | "failed" | "cancelled")[];
                /** @description Only those that found everything in agreement, or only those that found differences */
                ok?: boolean;
                /** @description - reverses */
                ordering?: "id" | "-id";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyRunList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startVerifyRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A chain followed here */
                    chain_id?: number;
                    /** @description Only so many campaigns, chosen at random, and no rollups over all */
                    sample?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyRunDetail"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminVerifyRunsCsv: {
        parameters: {
            query?: {
                /** @description Who asked for it, or in the error */
                q?: string;
                /** @description One or several */
                state?: ("queued" | "running" | "done" | "failed" | "cancelled")[];
                /** @description Only those that found everything in agreement, or only those that found differences */
                ok?: boolean;
                /** @description - reverses */
                ordering?: "id" | "-id";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminVerifyRunsNdjson: {
        parameters: {
            query?: {
                /** @description Who asked for it, or in the error */
                q?: string;
                /** @description One or several */
                state?: ("queued" | "running" | "done" | "failed" | "cancelled")[];
                /** @description Only those that found everything in agreement, or only those that found differences */
                ok?: boolean;
                /** @description - reverses */
                ordering?: "id" | "-id";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVerifyRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The run */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyRunDetail"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminUsers: {
        parameters: {
            query?: {
                /** @description In the username, or the beginning of the wallet */
                q?: string;
                /** @description One or several */
                role?: ("user" | "staff" | "admin")[];
                /** @description Only those that are disabled, or only the others */
                disabled?: boolean;
                /** @description - reverses */
                ordering?: "id" | "-id" | "created_at" | "-created_at" | "last_login_at" | "-last_login_at" | "username" | "-username";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUserList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAdminUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Letter case does not matter
                     * @example ada
                     */
                    username: string;
                    /**
                     * @description 10 to 128 characters, and hard to guess
                     * @example violet kettle orbit 42
                     */
                    password: string;
                    /**
                     * @description What the account may do
                     * @enum {string}
                     */
                    role?: "user" | "staff" | "admin";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUser"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `username_taken`, `wallet_taken`, `last_admin`, `campaign_not_hidden`, `already_reported`, `report_resolved`, `job_ended`, `dead_letter_outdated` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminUsersCsv: {
        parameters: {
            query?: {
                /** @description In the username, or the beginning of the wallet */
                q?: string;
                /** @description One or several */
                role?: ("user" | "staff" | "admin")[];
                /** @description Only those that are disabled, or only the others */
                disabled?: boolean;
                /** @description - reverses */
                ordering?: "id" | "-id" | "created_at" | "-created_at" | "last_login_at" | "-last_login_at" | "username" | "-username";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminUsersNdjson: {
        parameters: {
            query?: {
                /** @description In the username, or the beginning of the wallet */
                q?: string;
                /** @description One or several */
                role?: ("user" | "staff" | "admin")[];
                /** @description Only those that are disabled, or only the others */
                disabled?: boolean;
                /** @description - reverses */
                ordering?: "id" | "-id" | "created_at" | "-created_at" | "last_login_at" | "-last_login_at" | "username" | "-username";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdminUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUser"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateAdminUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What the account may do
                     * @enum {string}
                     */
                    role?: "user" | "staff" | "admin";
                    /** @description It cannot sign in, and no token of it counts */
                    disabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUser"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `username_taken`, `wallet_taken`, `last_admin`, `campaign_not_hidden`, `already_reported`, `report_resolved`, `job_ended`, `dead_letter_outdated` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetAdminUserPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 10 to 128 characters, and hard to guess
                     * @example violet kettle orbit 42
                     */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPassword"];
                };
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `username_taken`, `wallet_taken`, `last_admin`, `campaign_not_hidden`, `already_reported`, `report_resolved`, `job_ended`, `dead_letter_outdated` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `media_type_unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminAudit: {
        parameters: {
            query?: {
                /** @description Done by this one; "cli" means by any command */
                actor?: string;
                /** @description This, or all that begin with it: "campaign." for all of campaigns */
                action?: string;
                /** @description Done to this, or to one whose name holds it: an address, say */
                subject?: string;
                /**
                 * @description At this time or later
                 * @example 2026-11-22T09:30:00Z
                 */
                since?: string;
                /**
                 * @description Before this time
                 * @example 2026-11-22T09:30:00Z
                 */
                until?: string;
                /** @description - reverses */
                ordering?: "id" | "-id";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
                /** @description From 1; not together with cursor */
                page?: number;
                /** @description Rows a page */
                page_size?: number;
                /** @description The next_cursor of the answer before: a walk at a constant price per page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditList"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminAuditCsv: {
        parameters: {
            query?: {
                /** @description Done by this one; "cli" means by any command */
                actor?: string;
                /** @description This, or all that begin with it: "campaign." for all of campaigns */
                action?: string;
                /** @description Done to this, or to one whose name holds it: an address, say */
                subject?: string;
                /**
                 * @description At this time or later
                 * @example 2026-11-22T09:30:00Z
                 */
                since?: string;
                /**
                 * @description Before this time
                 * @example 2026-11-22T09:30:00Z
                 */
                until?: string;
                /** @description - reverses */
                ordering?: "id" | "-id";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdminAuditNdjson: {
        parameters: {
            query?: {
                /** @description Done by this one; "cli" means by any command */
                actor?: string;
                /** @description This, or all that begin with it: "campaign." for all of campaigns */
                action?: string;
                /** @description Done to this, or to one whose name holds it: an address, say */
                subject?: string;
                /**
                 * @description At this time or later
                 * @example 2026-11-22T09:30:00Z
                 */
                since?: string;
                /**
                 * @description Before this time
                 * @example 2026-11-22T09:30:00Z
                 */
                until?: string;
                /** @description - reverses */
                ordering?: "id" | "-id";
                /** @description Left out: the deployment's first chain */
                chain_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"];
                };
            };
            /** @description You have it already (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem: `validation_failed`, `cursor_invalid`, `url_invalid`, `body_invalid`, `request_invalid`, `username_invalid`, `password_weak`, `siwe_message_invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `token_missing`, `token_invalid`, `token_expired`, `token_reused`, `credentials_wrong`, `siwe_nonce_invalid`, `siwe_signature_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `role_required`, `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `account_not_found`, `not_found`, `chain_not_found`, `campaign_not_found`, `event_not_found`, `creator_not_found`, `creator_not_blocked`, `report_not_found`, `job_not_found`, `dead_letter_not_found`, `audit_entry_not_found`, `metadata_absent`, `metadata_pending`, `metadata_failed`, `content_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem: `database_unavailable`, `broker_unavailable`, `no_chain`, `not_ready`, `wallet_unverifiable`, `too_many_streams`, `too_many_searches` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
