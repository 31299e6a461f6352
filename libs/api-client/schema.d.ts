/* Generated from openapi.json by `nx run api-client:generate`: do not edit. */

export interface paths {
    "/api/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members and invitations. */
        get: operations["access.access"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invites someone by e-mail. */
        post: operations["access.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an invitation back. */
        delete: operations["access.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/invitations/{invitationId}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends an invitation again, with a new link. */
        post: operations["access.sendAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/members/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a member's access. */
        delete: operations["access.remove"];
        options?: never;
        head?: never;
        /** Changes what a member may do. */
        patch: operations["access.change"];
        trace?: never;
    };
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes one's own name. */
        patch: operations["account.rename"];
        trace?: never;
    };
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own password; every other session ends. */
        put: operations["account.password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own sessions, the last used first. */
        get: operations["account.sessions"];
        put?: never;
        post?: never;
        /** Signs out everywhere, here too. */
        delete: operations["account.everywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of one's own sessions. */
        delete: operations["account.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{feedFile}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendar behind a private address, as iCalendar; 404 when it is closed or was never open, 304 when nothing changed. */
        get: operations["calendarFeed.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A round, with completeness and timeliness; a lead sees what it owes. */
        get: operations["collection.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collection-door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the link asks for; 404, always the same, when it is unknown, expired or revoked. */
        get: operations["collectionDoor.view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collection-door/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a value: it waits to be accepted, and can be corrected until then. */
        post: operations["collectionDoor.contribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collection-door/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Joins a file to a value that waits: PDF, picture or office document, 10 MB at most. */
        post: operations["collectionDoor.addFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collection-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The links, the newest first. */
        get: operations["collectionLinks.list"];
        put?: never;
        /** Makes a link; its address is told in this answer only, or leaves by e-mail. */
        post: operations["collectionLinks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collection-links/{collectionLinkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link and everything answered through it. */
        get: operations["collectionLinks.card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collection-links/{collectionLinkId}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new address and a new end; the former address works no more. */
        post: operations["collectionLinks.renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collection-links/{collectionLinkId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The link works no more, at once. */
        post: operations["collectionLinks.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collection/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reminders that named values of a period, newest first. */
        get: operations["collection.log"];
        put?: never;
        /** Writes at once to those who still owe a value. */
        post: operations["collection.remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collection/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the community collects. */
        get: operations["collection.readSettings"];
        /** Says when values fall due and how people are reminded. */
        put: operations["collection.changeSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Communes and intercommunalities of the country, by name, postcode, INSEE code or SIREN. */
        get: operations["territory.search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/community": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its settings. */
        get: operations["community.settings"];
        /** Changes its settings; 409 with the current ones when they were changed meanwhile. */
        put: operations["community.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/community/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture. */
        get: operations["logo.picture"];
        /** Replaces it by a PNG, JPEG or SVG picture. */
        put: operations["logo.replace"];
        post?: never;
        /** Takes it away. */
        delete: operations["logo.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/community/territory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The communes of the territory and their population. */
        get: operations["territory.territory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/community/territory/additions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds communes, one by one or by whole intercommunalities. */
        post: operations["territory.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/community/territory/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes communes out. */
        post: operations["territory.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contract, its years, and the size beside the population. */
        get: operations["contract.contract"];
        /** Records the contract or corrects it; 409 with the current one when it was changed meanwhile. */
        put: operations["contract.record"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version known to this installation, oldest first. */
        get: operations["agreement.agreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract/crises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records a crisis recognised by the ARS. */
        post: operations["crisis.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract/crises/{crisisId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Corrects a crisis, or says that it ended. */
        put: operations["crisis.change"];
        post?: never;
        /** Removes a crisis recorded by mistake. */
        delete: operations["crisis.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract/current-year": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contract year of today; null when none runs. */
        get: operations["contract.currentYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contract as a `contract/1` object; importing it gives the same contract. */
        get: operations["import.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Imports the file that was previewed, whole or not at all; the same file again changes nothing. 409 when the contract changed since. */
        post: operations["import.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What importing this file would change; nothing is written. Every fault of the file is told with its path. */
        post: operations["import.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The terms of a contract year, its versions, what the agreement suggests, and the crises. */
        get: operations["terms.terms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract/terms/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Records the terms of a year or corrects its latest version, as a whole; every fault is told with its path. */
        put: operations["terms.record"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract/terms/{year}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a dated version; refused for a year that is over or closed. */
        post: operations["terms.amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proofs of the community, the latest first. */
        get: operations["evidence.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence/{evidenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file, to be kept: never opened in the page. */
        get: operations["evidence.download"];
        put?: never;
        post?: never;
        /** Takes a proof away from the community, and from every value it serves; what a sent report carries stays. */
        delete: operations["evidence.withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence/{evidenceId}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A proof: the values it serves, the reports that carry it. */
        get: operations["evidence.card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a file may be, to be said before it is chosen. */
        get: operations["evidence.limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records of the product that can prove a value, the latest first. */
        get: operations["evidence.records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process can work: the database answers. The queue is told for information: without it jobs wait and nothing is lost. */
        get: operations["health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers. */
        get: operations["health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every indicator with where it stands today. */
        get: operations["indicators.list"];
        put?: never;
        /** Creates an indicator. */
        post: operations["indicators.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{indicatorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The card of an indicator: definition, targets, curve, values and proofs. */
        get: operations["indicators.card"];
        /** Changes the definition; 409 with the current one when it was changed meanwhile. */
        put: operations["indicators.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{indicatorId}/absences/{periodKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says that a period has no value, and why. */
        put: operations["collection.state"];
        post?: never;
        /** Takes that answer back: the period is awaited again. */
        delete: operations["collection.withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{indicatorId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes it out of use: its values stay, none is asked for any more. */
        post: operations["indicators.putAway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{indicatorId}/computed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the values of an indicator come from, and what they feed. */
        get: operations["computed.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{indicatorId}/computed/{periodKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers what a formula asks: keep the value that stands, or take its figure. */
        post: operations["computed.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{indicatorId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to its values, newest first. */
        get: operations["indicators.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{indicatorId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings it back. */
        post: operations["indicators.bringBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{indicatorId}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets its targets, all periods at once; 409 with the current ones when it was changed meanwhile. */
        put: operations["indicators.setTargets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{indicatorId}/values/{periodKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Records the value of a period; 409 with the current one when somebody gave another meanwhile. */
        put: operations["indicators.give"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{indicatorId}/values/{periodKey}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every report that carried the value of an indicator in a period, the latest first. */
        get: operations["carrying.carrying"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/computed/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The values that stand although their formula says otherwise, for who chooses; empty for the others. */
        get: operations["computed.questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/formula/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a formula without keeping it: its fault and where, or what it gives for the last periods. */
        post: operations["computed.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready cards to start from: examples, without target. */
        get: operations["indicators.models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts an invitation. */
        post: operations["links.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last runs about a thing, the latest first. */
        get: operations["job.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Their moves as they happen, as server-sent events: `{ runId, job, subject, state, progress, label }`. */
        get: operations["job.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines of the journal, newest first. */
        get: operations["journal.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines that answer the same filters, all of them, for a spreadsheet or for a program. */
        get: operations["journal.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chain of the journal recomputed, and values compared with their history. */
        get: operations["journal.verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/link-contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The answers that wait to be accepted, the oldest first. */
        get: operations["collectionLinks.waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/link-contributions/{contributionId}/files/{contributionFileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file joined to an answer, to be kept: never opened in the page. */
        get: operations["collectionLinks.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/link-contributions/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts answers: each becomes the value, or waits with the reason why it cannot. */
        post: operations["collectionLinks.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/link-contributions/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses answers with a reason that their sender reads: all of them or none. */
        post: operations["collectionLinks.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link opens, before it is used. */
        post: operations["links.inspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{measureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a draft away: the period has no value again. */
        delete: operations["measures.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{measureId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a file to a value: PDF, picture or office document. It is streamed to the disk and its content checked there. */
        post: operations["evidence.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{measureId}/evidence/{evidenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ties a proof the community already has to one more value. */
        put: operations["evidence.addExisting"];
        post?: never;
        /** Takes a proof away from a value that is not settled; it stays among the proofs of the community. */
        delete: operations["evidence.detach"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{measureId}/evidence/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds an address to a value. */
        post: operations["evidence.addLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{measureId}/evidence/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a record of the product to a value: a step that was done, a report that was sent. */
        post: operations["evidence.addRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{measureId}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a validated value again; the reason stays in its history. */
        post: operations["measures.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{measureId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a value back to who gave it, with the remark they read. */
        post: operations["validation.sendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{measureId}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a draft to those who validate. */
        post: operations["validation.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/awaited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The values awaited today, the latest first; for a lead, those it has to give. */
        get: operations["measures.awaited"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page where the values of a period are given. */
        get: operations["measures.grid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/validation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes values one step further as they were seen (read by the coordination, or validated): all of them or none. */
        post: operations["measures.validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/validation/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How values are validated in the community. */
        get: operations["validation.settingsOf"];
        /** Changes how values are validated; what is validated stays so. */
        put: operations["validation.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every value that is not validated, with what this reader may do; for a lead, those it gives. */
        get: operations["validation.waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/waiting/validation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What validating every value of a choice would do, before it is confirmed. */
        get: operations["validation.count"];
        put?: never;
        /** Takes every value of a choice one step further, as counted; some thousands by request. */
        post: operations["validation.validateAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/missions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every mission with its dates, deadlines and lateness today. */
        get: operations["mission.missions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/missions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Chooses or leaves an optional mission, and says when a mission started and was deployed. */
        put: operations["mission.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Creates and links a followed indicator for each contract indicator of a year that has none; a second time creates nothing. */
        post: operations["money.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money/links/{contractCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says which followed indicator gives the value of a contract indicator, for every year that has it. */
        put: operations["money.link"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of every contract year with their formula, what came in, what is owed today. */
        get: operations["payment.payments"];
        put?: never;
        /** Records an amount received and the lines it pays. Sent twice with the same id, it is recorded once. */
        post: operations["payment.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money/payments/{paymentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Corrects it; 409 with what is there when it was changed meanwhile. */
        put: operations["payment.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money/payments/{paymentId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels it: it leaves every sum and stays in the list with the reason. */
        post: operations["payment.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scenarios of a contract year, by name. */
        get: operations["scenario.list"];
        put?: never;
        /** Keeps a simulation under a name. Sent twice with the same id, it is kept once. */
        post: operations["scenario.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money/scenarios/{scenarioId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives it another name or other values; 409 with what is there when it was changed meanwhile. */
        put: operations["scenario.change"];
        post?: never;
        /** Deletes it. */
        delete: operations["scenario.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A contract year with its euros and all they are made from: enough to compute them again with other values. */
        get: operations["money.year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money/years/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contract year that runs with its euros; before the first one or after the last one, the nearest. */
        get: operations["money.current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a link to choose a new password; the answer does not tell whether the address is known. */
        post: operations["links.forgotten"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Chooses a new password and signs in. */
        post: operations["links.reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the community, by name. */
        get: operations["access.people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/period-locks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The locks and exceptions there are and were. */
        get: operations["locks.page"];
        put?: never;
        /** Locks a period and those inside it for the whole community. */
        post: operations["locks.lock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/period-locks/{lockId}/unlocking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a locked period again; the reason stays. */
        post: operations["locks.unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/period-locks/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens one value of a locked period to one person, for a time. */
        post: operations["locks.grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/period-locks/exceptions/{exceptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an exception back before its end. */
        delete: operations["locks.close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/period-locks/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What locking a period would do: what would be locked, what is not validated. */
        get: operations["locks.preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The version in force with its tree, else the draft. */
        get: operations["project.home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/actions/{actionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A *fiche action*: in the version in force unless another is named. */
        get: operations["action.sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/actions/{actionId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says where the action stands; 409 with the current status when it was changed meanwhile. */
        put: operations["action.status"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/actions/{actionId}/status-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its changes of status, the latest first. */
        get: operations["action.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/actions/{actionId}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** All the steps; 409 with the current ones when they were changed meanwhile. */
        put: operations["action.steps"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/actions/{actionId}/steps/{stepId}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Marks one step done, or not done any more. */
        put: operations["action.mark"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/actions/{actionId}/tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lead, partners, budget, dates and text; 409 with the current ones when they were changed meanwhile. */
        put: operations["action.tracking"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may be given an action. */
        get: operations["project.leads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ready projects a draft can start from. */
        get: operations["project.models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version, the latest first. */
        get: operations["project.versions"];
        put?: never;
        /** Opens the one draft a community may have. */
        post: operations["project.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version with its tree. */
        get: operations["project.version"];
        put?: never;
        post?: never;
        /** Throws a draft away. */
        delete: operations["project.discard"];
        options?: never;
        head?: never;
        /** Changes the title and the note of a version; 409 with the current ones when they were changed meanwhile. */
        patch: operations["project.change"];
        trace?: never;
    };
    "/api/project/versions/{versionId}/actions/{actionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes the title, the objective, the reason, the public and the missions of an action. */
        put: operations["projectActions.change"];
        post?: never;
        /** Takes an action out of a draft. */
        delete: operations["projectActions.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/versions/{versionId}/axes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds an axis at the end of a draft. */
        post: operations["projectTree.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/versions/{versionId}/axes/{axisId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes the title of an axis and why it was chosen. */
        put: operations["projectTree.change"];
        post?: never;
        /** Removes an empty axis. */
        delete: operations["projectTree.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/versions/{versionId}/axes/{axisId}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds an action at the end of an axis. */
        post: operations["projectActions.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/versions/{versionId}/axes/{axisId}/actions/{actionId}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts an action in this axis, at this place. */
        put: operations["projectTree.place"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/versions/{versionId}/axes/{axisId}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts an axis at another place. */
        put: operations["projectTree.move"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/versions/{versionId}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed up to a version, from the one named or the one before; nothing for the first. */
        get: operations["project.differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project/versions/{versionId}/in-force": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a draft in force from today. */
        post: operations["project.enforce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every report received, the latest first. */
        get: operations["publication.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publications/{publicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One received report. */
        get: operations["publication.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publications/{publicationId}/documents/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of a received report. */
        get: operations["publication.document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The recipients with their readers, and the automatic preparation. */
        get: operations["recipient.list"];
        put?: never;
        /** Adds one. */
        post: operations["recipient.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-recipients/{recipientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one; reports already sent keep the address they were sent to. */
        put: operations["recipient.change"];
        post?: never;
        /** Removes one: nothing more is sent to it. */
        delete: operations["recipient.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Turns the automatic preparation on or off, and says its day. */
        put: operations["recipient.changeSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every report, and the quarters that can be prepared. */
        get: operations["report.list"];
        put?: never;
        /** Asks for the report of a quarter, or for a corrected version of a sent one. The workers make it; its progress is under `/api/jobs`. */
        post: operations["report.prepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report, whole. */
        get: operations["report.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves the documents as they were seen. */
        post: operations["report.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}/approval-withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the approval back, before anything was sent. */
        post: operations["report.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the report up. */
        post: operations["report.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}/deliveries/{deliveryId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The recipient said that « peut-être envoyé » did arrive. */
        post: operations["report.received"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}/documents/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of the report, its bytes checked against their fingerprint. */
        get: operations["report.document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}/preparation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prepares a report that is not approved again, from the values of now. */
        post: operations["report.again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the report to every recipient that does not have it. The same click twice sends once. */
        post: operations["report.sending"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recomputes the hashes of every report: snapshots, documents, chain. */
        get: operations["report.verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The room of a contract year: once closed, exactly what was frozen. */
        get: operations["review.room"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{year}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes the review: what was seen is frozen under a hash, and the next year is opened with what was proposed. */
        post: operations["review.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{year}/lines/{reviewedCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes what is said and settled of an indicator; 409 when it was changed meanwhile, or when the review is closed. */
        put: operations["review.line"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{year}/preparations/{preparedCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says how far an action of the contract is prepared, who does what and until when. */
        put: operations["review.preparation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{year}/proposals/{reviewedCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Proposes what the next contract year says of an indicator, or gives it up. */
        put: operations["review.proposal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{year}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a closed review again, with a reason that stays in its history. */
        post: operations["review.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The room of the contract year that runs; before the first one or after the last one, the nearest. */
        get: operations["review.current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, where, and what they may do there. */
        get: operations["session.current"];
        put?: never;
        /** Opens a session. */
        post: operations["session.open"];
        /** Signs out here. */
        delete: operations["session.close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/community": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enters another community of one's own. */
        post: operations["session.choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/steering/actions/{actionInForceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An action with the curves of its indicators. */
        get: operations["steering.action"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/steering/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page for the board. */
        get: operations["steering.board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/steering/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The years that run side by side, and what has a day, late first. */
        get: operations["calendar.calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/steering/calendar/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the person has a private address open, and since when. */
        get: operations["calendar.feedView"];
        put?: never;
        /** Opens a private address, in place of the one before; 409 when it was opened or renewed meanwhile. */
        post: operations["calendar.open"];
        /** Closes the person's private address. */
        delete: operations["calendar.close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/steering/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to do, where we stand, what is coming. */
        get: operations["steering.home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/steering/missions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A mission with its actions and indicators. */
        get: operations["steering.mission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/value-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last imports, newest first; a lead sees its own. */
        get: operations["imports.list"];
        put?: never;
        /** Takes a CSV or XLSX file in; the workers check it, nothing is written. */
        post: operations["imports.bring"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/value-imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import: its columns, its errors, what it would change, how its job stands. */
        get: operations["imports.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/value-imports/{importId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives it up, at any time before its values are written. */
        post: operations["imports.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/value-imports/{importId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has its values written as the preview shows them. */
        post: operations["imports.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/value-imports/{importId}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Names its columns; it is checked again. */
        put: operations["imports.map"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/value-imports/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last runs about an import, the latest first; none for one that is not theirs. */
        get: operations["imports.runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/value-imports/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Their moves as they happen, as server-sent events: `{ runId, job, subject, state, progress, label }`. */
        get: operations["imports.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/value-imports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A workbook to be filled in: the values awaited, with their limits. */
        get: operations["imports.model"];
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
        AbsenceDto: {
            reason: string;
            revision: number;
            /** Format: date-time */
            statedAt: string;
        };
        AcceptanceOutcomeDto: {
            code: string | null;
            id: string;
            /** @description Why it still waits, in French; null when it is the value now. */
            refusal: string | null;
        };
        AcceptContributionsDto: {
            contributions: components["schemas"]["AcceptedContributionDto"][];
        };
        AcceptedContributionDto: {
            comment?: string | null;
            /** Format: uuid */
            id: string;
            /** @description 0 where there was no value. */
            measureRevision: number;
        };
        AcceptedDto: {
            signedIn: boolean;
        };
        AcceptInvitationDto: {
            familyName?: string;
            givenName?: string;
            password?: string;
            token: string;
        };
        AccessDto: {
            invitations: components["schemas"]["InvitationDto"][];
            members: components["schemas"]["MemberDto"][];
        };
        ActedValueLineDto: {
            /** @description Why the period has no value, when that was answered. */
            absence: components["schemas"]["AbsenceDto"] | null;
            checkedByName: string | null;
            evidence: components["schemas"]["EvidenceDto"][];
            exceptions: components["schemas"]["ExceptionShownDto"][];
            expected: components["schemas"]["ExpectedDto"] | null;
            label: string;
            lock: components["schemas"]["LockShownDto"] | null;
            measure: components["schemas"]["MeasureDto"] | null;
            moves: ("submit" | "check" | "validate" | "send-back" | "reopen" | "delete")[];
            period: components["schemas"]["PeriodDto"];
            recordedByName: string | null;
            returnedByName: string | null;
            submittedByName: string | null;
            target: number | null;
            /** @description The target is that of a year whose periods are added. */
            targetOfYear: boolean;
            /** @description The period the target was set for. */
            targetSetFor: string | null;
            /** @description Its last change was made under an exception. */
            underException: boolean;
            validatedByName: string | null;
            /** @description This reader may give or correct it now. */
            writable: boolean;
        };
        ActionAxisDto: {
            id: string;
            /** @description From 0. */
            position: number;
            title: string;
        };
        ActionCardDto: {
            axisTitle: string;
            id: string;
            lateSteps: components["schemas"]["LateCardStepDto"][];
            lead: string | null;
            missionCodes: string[];
            number: number;
            /** @enum {string} */
            status: "not-started" | "done" | "on-track" | "at-risk" | "late" | "dropped";
            statusLabel: string;
            statusSentence: string | null;
            stepsDone: number;
            stepsTotal: number;
            title: string;
        };
        ActionContentDto: {
            audience: string | null;
            missionCodes: string[];
            objective: string | null;
            title: string;
            why: string | null;
        };
        ActionDashboardDto: {
            action: components["schemas"]["ActionCardDto"];
            comingSteps: components["schemas"]["ComingStepDto"][];
            duties: components["schemas"]["DutyDto"][];
            indicators: components["schemas"]["SteeredIndicatorDto"][];
            missions: components["schemas"]["NamedMissionDto"][];
            /** @enum {string|null} */
            suggestedStatus: "not-started" | "done" | "on-track" | "at-risk" | "late" | "dropped" | null;
        };
        ActionLeadDto: {
            name: string;
            personId: string | null;
        };
        ActionMayDto: {
            changeLead: boolean;
            editContent: boolean;
            track: boolean;
        };
        ActionPlaceDto: {
            index: number;
        };
        ActionsByStatusDto: {
            "at-risk": number;
            done: number;
            dropped: number;
            late: number;
            "not-started": number;
            "on-track": number;
        };
        ActionSheetDto: {
            /** @description Whom it is for. */
            audience: string | null;
            axis: components["schemas"]["ActionAxisDto"];
            budgetCents: number | null;
            contentRevision: number;
            endsOn: string | null;
            id: string;
            lateSteps: components["schemas"]["LateStepDto"][];
            lead: components["schemas"]["ActionLeadDto"] | null;
            leadName: string | null;
            leadPersonId: string | null;
            may: components["schemas"]["ActionMayDto"];
            missionCodes: string[];
            missions: components["schemas"]["ServedMissionDto"][];
            number: number;
            objective: string | null;
            partners: string | null;
            revision: number;
            startsOn: string | null;
            /** @enum {string} */
            status: "not-started" | "done" | "on-track" | "at-risk" | "late" | "dropped";
            statusSentence: string | null;
            statusSince: string;
            steps: components["schemas"]["ActionStepDto"][];
            stepsRevision: number;
            /**
             * @description What the dates suggest; the person decides.
             * @enum {string|null}
             */
            suggestedStatus: "not-started" | "done" | "on-track" | "at-risk" | "late" | "dropped" | null;
            text: string | null;
            title: string;
            today: string;
            /** Format: date-time */
            updatedAt: string;
            version: components["schemas"]["ProjectVersionDto"];
            why: string | null;
        };
        ActionStepDto: {
            doneOn: string | null;
            dueOn: string | null;
            id: string;
            title: string;
        };
        ActionSummaryDto: {
            budgetCents: number | null;
            endsOn: string | null;
            id: string;
            lateSteps: components["schemas"]["LateStepDto"][];
            lead: components["schemas"]["ActionLeadDto"] | null;
            missionCodes: string[];
            nextStep: components["schemas"]["NextStepDto"] | null;
            number: number;
            startsOn: string | null;
            /** @enum {string} */
            status: "not-started" | "done" | "on-track" | "at-risk" | "late" | "dropped";
            statusSentence: string | null;
            statusSince: string;
            steps: number;
            stepsDone: number;
            title: string;
        };
        AddAmendmentDto: {
            /** Format: date */
            effectiveOn: string;
            /** @description Latest version that was on screen, so that two amendments at once do not overwrite each other. */
            from: number;
            /** @description Absent: « Avenant n° 2 ». */
            label?: string;
            /** @description Also replaces the terms of the later years that have some already. */
            laterYears?: boolean;
            /** @description Number of the amendment; absent: the next one. */
            number?: number;
            /** @description Revision of that version. */
            revision: number;
            terms: components["schemas"]["ContractTermsDto"];
        };
        AddedActionDto: {
            actionId: string;
            project: components["schemas"]["ProjectDto"];
        };
        AddedEvidenceDto: {
            id: string;
        };
        AddToTerritoryDto: {
            communes?: string[];
            epci?: string[];
        };
        AgreementDto: {
            amounts: components["schemas"]["VersionAmountLineDto"][];
            code: string;
            contractYears: number;
            crisisKinds: components["schemas"]["VersionCrisisKindDto"][];
            label: string;
            missions: components["schemas"]["VersionMissionDto"][];
            notes: string[];
            signedOn: string;
            sizeNote: string;
            sizes: components["schemas"]["VersionSizeDto"][];
            sources: components["schemas"]["VersionSourceDto"][];
            structure: components["schemas"]["VersionStructureDto"];
            validFrom: string;
            validTo: string | null;
        };
        AgreementMissionDto: {
            /** @description Core, or chosen by the community. */
            chosen: boolean;
            code: string;
            /** @enum {string} */
            kind: "core" | "optional";
            label: string;
            shortLabel: string;
        };
        AgreementsDto: {
            agreements: components["schemas"]["AgreementDto"][];
        };
        AlertThresholdsDto: {
            /** @description At this value and beyond, late. */
            alarm: number;
            /** @description At this value and beyond, at risk. */
            warn: number;
        };
        AmountSuggestionDto: {
            /** @description null: nothing was found. */
            cents: number | null;
            /** @description True: published or derived; false: to be confirmed on the contract. */
            isRule: boolean;
            /** @description null: *fonctionnement*. */
            missionCode: string | null;
            /** @enum {string} */
            part: "operating" | "fixed" | "variable" | "variableIfCrisis";
            /** @description Status and source, in French. */
            sentence: string;
        };
        AnsweredIndicatorDto: {
            code: string;
            decimals: number;
            denominatorLabel: string | null;
            evidenceExpected: string | null;
            id: string;
            /** @enum {string} */
            kind: "count" | "ratio" | "yes-no" | "sum" | "average" | "deliverable";
            name: string;
            numeratorLabel: string | null;
            unit: string | null;
        };
        AuditChangeDto: {
            after: string | null;
            before: string | null;
            field: string;
        };
        AutomaticReportDto: {
            day: string;
            periodLabel: string;
        };
        AwaitedValueDto: {
            code: string;
            dueOn: string;
            indicatorId: string;
            lateDays: number;
            name: string;
            /** @enum {string} */
            need: "to-correct" | "to-enter" | "to-validate";
            periodKey: string;
            periodLabel: string;
            /** @description Why it was sent back. */
            remark: string | null;
            responsible: string | null;
        };
        AxisInputDto: {
            title: string;
            why: string | null;
        };
        AxisPlaceDto: {
            index: number;
        };
        BaselineDto: {
            /** Format: date */
            on: string;
            source?: string | null;
            value: number;
        };
        BoardMissionDto: {
            /** @description Mean of the attainments of its indicators, each capped at 100 %; null without any. */
            attainment: number | null;
            clock: components["schemas"]["MissionClockDto"];
            code: string;
            /** @description Its variable part of the contract year; null without terms for it. */
            euros: components["schemas"]["SteeredEurosDto"] | null;
            keyIndicators: components["schemas"]["SteeredIndicatorDto"][];
            /** @enum {string} */
            kind: "core" | "optional";
            label: string;
            shortLabel: string;
            /** @enum {string} */
            state: "reached" | "on-track" | "at-risk" | "late" | "no-data";
            totals: components["schemas"]["TotalsDto"];
        };
        BoardPageDto: {
            alerts: components["schemas"]["ActionCardDto"][];
            contractYear: string;
            done: components["schemas"]["ActionCardDto"][];
            /** @description null without terms for the contract year that runs. */
            euros: components["schemas"]["EurosOfYearDto"] | null;
            late: components["schemas"]["LateDutiesDto"];
            missions: components["schemas"]["BoardMissionDto"][];
            today: string;
            toDecide: components["schemas"]["DutyDto"][];
            totals: components["schemas"]["TotalsDto"];
        };
        BreakdownDto: {
            /** @enum {string} */
            kind: "profession" | "structure" | "commune" | "age-band" | "list";
            label: string;
            parts: string[];
        };
        CalendarDto: {
            clocks: components["schemas"]["YearClockDto"][];
            events: components["schemas"]["CalendarEventDto"][];
            today: string;
            /** @description Last day looked at. */
            until: string;
        };
        CalendarEventDto: {
            /** @description What remains to be paid; null when it is no payment, or not known. */
            cents: number | null;
            day: string;
            detail: string;
            key: string;
            /** @enum {string} */
            kind: "mission" | "review" | "payment" | "values" | "year";
            /** @description 0: not late. */
            lateDays: number;
            link: components["schemas"]["CalendarLinkDto"];
            /** @description Its day is past and it is still to be done, though no text calls it late. */
            pending: boolean;
            title: string;
        };
        CalendarFeedDto: {
            /**
             * Format: date-time
             * @description null: none is open.
             */
            createdAt: string | null;
            /** @description 0 when none is open. */
            revision: number;
        };
        CalendarLinkDto: {
            id: string | null;
            /** @enum {string} */
            to: "contract" | "mission" | "review" | "payments" | "entry";
        };
        CancelPaymentDto: {
            reason: string;
            revision: number;
        };
        CardBaselineDto: {
            on: string;
            value: number;
        };
        CardStepDto: {
            doneOn: string | null;
            dueOn: string | null;
            id: string;
            title: string;
        };
        CarryingReportDto: {
            number: string;
            reportId: string;
            /** Format: date-time */
            sentAt: string | null;
            /** @enum {string} */
            status: "sent" | "failed" | "cancelled" | "preparing" | "awaiting-approval" | "approved" | "sending" | "partly-sent";
            valueText: string;
            version: number;
        };
        ChangeActionContentDto: {
            audience: string | null;
            missionCodes: string[];
            objective: string | null;
            revision: number;
            title: string;
            why: string | null;
        };
        ChangeAxisDto: {
            revision: number;
            title: string;
            why: string | null;
        };
        ChangeCrisisDto: {
            /**
             * Format: date
             * @description null while it lasts.
             */
            endedOn: string | null;
            /** @description One of the agreement's kinds of crisis. */
            kind: string;
            /** Format: date */
            recognisedOn: string;
            /** @description Order or letter of the ARS. */
            reference: string | null;
            revision: number;
        };
        ChangeIndicatorDto: {
            /** Format: uuid */
            actionId: string | null;
            /** @enum {string} */
            aggregation: "sum" | "last" | "mean";
            alert?: components["schemas"]["AlertThresholdsDto"] | null;
            baseline: components["schemas"]["BaselineDto"] | null;
            bounded: boolean;
            breakdowns?: components["schemas"]["BreakdownDto"][];
            code: string;
            countsPatients: boolean;
            decimals: number;
            definition: string;
            denominatorLabel: string | null;
            /** @enum {string} */
            direction: "up" | "down";
            /** @description Days after the end of a period; left out or null: as the community set. */
            dueDays?: number | null;
            evidenceExpected: string | null;
            /** @description Left out or null: its values are given by people. */
            formula?: components["schemas"]["FormulaTextDto"] | null;
            /** @enum {string} */
            frequency: "month" | "quarter" | "half-year" | "civil-year" | "contract-year" | "event";
            /** @enum {string} */
            kind: "ratio" | "count" | "yes-no" | "sum" | "average" | "deliverable";
            limits?: string | null;
            missions: string[];
            name: string;
            numeratorLabel: string | null;
            rationale?: string | null;
            /** @description Asked for once values exist and what is measured changes. */
            reason?: string | null;
            /** Format: uuid */
            responsiblePersonId: string | null;
            revision: number;
            source: string | null;
            /** @enum {string|null} */
            sourceKind?: "cpam" | "rezone" | "declared" | "register" | "other" | null;
            /** Format: date */
            trackedFrom: string;
            unit: string | null;
        };
        ChangeMemberDto: {
            organisation?: string | null;
            revision: number;
            /** @enum {string} */
            role: "coordinator" | "president" | "treasurer" | "board" | "lead" | "member" | "reader";
        };
        ChangeMissionDto: {
            chosen: boolean;
            /** Format: date */
            deployedOn: string | null;
            revision: number;
            /** Format: date */
            startedOn: string | null;
        };
        ChangePasswordDto: {
            current: string;
            next: string;
        };
        ChangePaymentDto: {
            cents: number;
            note: string | null;
            parts: components["schemas"]["PaymentPartDto"][];
            /** Format: date */
            receivedOn: string;
            reference: string | null;
            revision: number;
        };
        ChangePreparationDto: {
            /** Format: date */
            dueOn: string | null;
            note: string | null;
            /** Format: uuid */
            personId: string | null;
            revision: number;
            /** @enum {string} */
            status: "to-prepare" | "in-progress" | "ready";
        };
        ChangeRecipientDto: {
            email: string;
            /** @enum {string} */
            kind: "ars" | "cpam" | "other";
            name: string;
            revision: number;
        };
        ChangeReportScheduleDto: {
            day: number;
            enabled: boolean;
            revision: number;
        };
        ChangeReviewLineDto: {
            /** @description In cents; null: what the contract's rule computes. */
            agreedCents: number | null;
            arsRemark: string | null;
            comment: string | null;
            /**
             * @description null: not examined yet.
             * @enum {string|null}
             */
            conclusion: "reached" | "partly" | "not-reached" | null;
            fundRemark: string | null;
            revision: number;
        };
        ChangeScenarioDto: {
            name: string;
            revision: number;
            values: components["schemas"]["ScenarioValueDto"][];
        };
        ChangeSettingsDto: {
            label: string;
            maskBelow: number;
            name: string;
            revision: number;
            timeZone: string;
        };
        ChangeStatusDto: {
            revision: number;
            /** @enum {string} */
            status: "not-started" | "on-track" | "at-risk" | "late" | "done" | "dropped";
            statusSentence: string | null;
        };
        ChangeStepsDto: {
            revision: number;
            steps: components["schemas"]["StepInputDto"][];
        };
        ChangeTrackingDto: {
            budgetCents: number | null;
            /** Format: date */
            endsOn: string | null;
            leadName: string | null;
            /** Format: uuid */
            leadPersonId: string | null;
            partners: string | null;
            revision: number;
            /** Format: date */
            startsOn: string | null;
            text: string | null;
        };
        ChangeValidationDto: {
            /** @enum {string} */
            by: "coordinator" | "board";
            revision: number;
            /** @enum {number} */
            steps: 1 | 2;
            submitOnSave: boolean;
        };
        ChangeVersionDto: {
            note: string | null;
            revision: number;
            title: string;
        };
        ChooseCommunityDto: {
            /** Format: uuid */
            communityId: string;
        };
        CloseReviewDto: {
            /** @description Of the room on screen: what is frozen is what was seen. */
            fingerprint: string;
            revision: number;
        };
        CollectedIndicatorDto: {
            bounded: boolean;
            decimals: number;
            definition: string;
            denominatorLabel: string | null;
            evidenceExpected: string | null;
            /** @enum {string} */
            frequency: "month" | "quarter" | "half-year" | "civil-year" | "contract-year" | "event";
            id: string;
            /** @enum {string} */
            kind: "count" | "ratio" | "yes-no" | "sum" | "average" | "deliverable";
            limits: string | null;
            name: string;
            numeratorLabel: string | null;
            unit: string | null;
        };
        CollectionActionDto: {
            id: string;
            number: number;
            title: string;
        };
        CollectionEntryDto: {
            contribution: components["schemas"]["SentContributionDto"] | null;
            /** @description The day an upcoming one opens. */
            from: string | null;
            indicator: components["schemas"]["CollectedIndicatorDto"];
            label: string;
            /** @description False once its period is locked: nothing can be sent or corrected any more. */
            open: boolean;
            period: components["schemas"]["PeriodDto"];
            /** @description Null when the coordination does not show it. */
            previous: components["schemas"]["LastValueDto"] | null;
            /** @enum {string} */
            state: "upcoming" | "to-give" | "received" | "accepted" | "refused";
        };
        CollectionGroupDto: {
            action: components["schemas"]["CollectionActionDto"] | null;
            dueOn: string;
            lines: components["schemas"]["CollectionLineDto"][];
            owner: components["schemas"]["CollectionOwnerDto"];
            rates: components["schemas"]["CollectionRatesDto"];
            /** Format: date-time */
            remindedAt: string | null;
        };
        CollectionLineDto: {
            /** @description Why there is no value, when that is the answer. */
            absence: string | null;
            answeredOn: string | null;
            code: string;
            /** @description Last day to answer without being late. */
            dueOn: string;
            evidenceExpected: string | null;
            indicatorId: string;
            lateDays: number;
            name: string;
            /** @description Why the value was sent back, while it is. */
            remark: string | null;
            /** @enum {string} */
            state: "missing" | "late" | "awaited" | "to-correct" | "to-accept" | "on-time";
        };
        CollectionLinkCardDto: {
            contributions: components["schemas"]["ContributionDto"][];
            link: components["schemas"]["CollectionLinkDto"];
        };
        CollectionLinkDto: {
            accepted: number;
            /** Format: date-time */
            createdAt: string;
            createdBy: string | null;
            email: string | null;
            expiresOn: string;
            from: string | null;
            id: string;
            indicators: components["schemas"]["LinkedIndicatorDto"][];
            /** Format: date-time */
            lastUsedAt: string | null;
            periodLabels: string[] | null;
            periods: string[] | null;
            received: number;
            recipient: string;
            revision: number;
            /** Format: date-time */
            revokedAt: string | null;
            /** @description Its e-mail is on its way. */
            sending: boolean;
            /** Format: date-time */
            sentAt: string | null;
            showPrevious: boolean;
            /** @enum {string} */
            state: "open" | "expired" | "revoked";
            waiting: number;
        };
        CollectionLinksDto: {
            /** @description What contract years are counted from; null without a contract. */
            contractStart: string | null;
            links: components["schemas"]["CollectionLinkDto"][];
            today: string;
            /** @description Answers that wait to be accepted. */
            waiting: number;
        };
        CollectionMayDto: {
            remind: boolean;
            settings: boolean;
        };
        CollectionMissionDto: {
            code: string;
            label: string;
            rates: components["schemas"]["CollectionRatesDto"];
        };
        CollectionOwnerDto: {
            /** @enum {string} */
            as: "lead" | "responsible" | "coordination" | "author";
            /** @description The reader owes them. */
            mine: boolean;
            name: string | null;
            personId: string | null;
        };
        CollectionPageDto: {
            dueOn: string | null;
            groups: components["schemas"]["CollectionGroupDto"][];
            may: components["schemas"]["CollectionMayDto"];
            missions: components["schemas"]["CollectionMissionDto"][];
            period: components["schemas"]["CollectionPeriodDto"] | null;
            rates: components["schemas"]["CollectionRatesDto"];
            /** @description Newest first. */
            rounds: components["schemas"]["CollectionRoundDto"][];
            today: string;
            /** @description Oldest first, the period shown at the end. */
            trend: components["schemas"]["CollectionTrendDto"][];
        };
        CollectionPeriodDto: {
            end: string;
            key: string;
            /** @enum {string} */
            kind: "month" | "quarter" | "half-year" | "civil-year" | "contract-year" | "event";
            label: string;
            /** @description Nothing can be given there any more. */
            locked: boolean;
            start: string;
        };
        CollectionRatesDto: {
            awaited: number;
            /** @description Received out of expected, in whole percent; null when nothing was expected. */
            completeness: number | null;
            expected: number;
            late: number;
            missing: number;
            onTime: number;
            received: number;
            /** @description Received on time out of expected, in whole percent. */
            timeliness: number | null;
            /** @description Among those received: they wait to be accepted. */
            toAccept: number;
            /** @description Sent back: owed again. */
            toCorrect: number;
        };
        CollectionRoundDto: {
            key: string;
            /** @enum {string} */
            kind: "month" | "quarter" | "half-year" | "civil-year" | "contract-year" | "event";
            label: string;
            /** @description Values without answer. */
            left: number;
        };
        CollectionSettingsDto: {
            beforeDays: number;
            dueDays: number;
            remind: boolean;
            /** @description 0 while nobody changed them. */
            revision: number;
            weeklyLimit: number;
        };
        CollectionTrendDto: {
            key: string;
            label: string;
            rates: components["schemas"]["CollectionRatesDto"];
        };
        ComingDto: {
            day: string;
            detail: string;
            /** @enum {string} */
            kind: "mission-start" | "mission-deploy" | "step" | "action-end" | "measure" | "contract-anniversary";
            link: components["schemas"]["SteeringLinkDto"];
            personId: string | null;
            title: string;
            who: string | null;
        };
        ComingStepDto: {
            dueOn: string;
            id: string;
            title: string;
        };
        CommuneDto: {
            departmentCode: string;
            departmentName: string;
            epciName: string | null;
            epciSiren: string | null;
            inseeCode: string;
            name: string;
            /** @description City of an arrondissement. */
            parentCode: string | null;
            population: number | null;
            postcodes: string[];
            vintage: number;
        };
        CommuneSearchDto: {
            communes: components["schemas"]["CommuneDto"][];
            epci: components["schemas"]["EpciDto"][];
        };
        CommunityChoiceDto: {
            /** @description Its figures are invented, and every screen says so. */
            demo: boolean;
            id: string;
            label: string;
            name: string;
            organisation: string | null;
            /** @enum {string} */
            role: "coordinator" | "president" | "treasurer" | "board" | "lead" | "member" | "reader";
            timeZone: string;
        };
        ComputedInputDto: {
            id: string;
            /** @enum {string} */
            kind: "indicator";
            name: string;
            settled: boolean;
            /** @description Null: missing. */
            text: string | null;
            /** @description As the formula writes it: « PRE-01 », « numérateur(PRE-01) ». */
            written: string;
        };
        ComputedLinkDto: {
            code: string;
            id: string;
            name: string;
        };
        ComputedMayDto: {
            settle: boolean;
        };
        ComputedPageDto: {
            feeds: components["schemas"]["ComputedLinkDto"][];
            formula: string | null;
            inputs: components["schemas"]["ComputedLinkDto"][];
            may: components["schemas"]["ComputedMayDto"];
            /** @description Newest first; empty without a formula. */
            periods: components["schemas"]["ComputedPeriodDto"][];
            words: string | null;
        };
        ComputedPeriodDto: {
            /** @description Why the reader cannot take the figure of the formula; null when they can, or when nothing is asked. */
            closed: string | null;
            /** Format: date-time */
            computedAt: string;
            inputs: components["schemas"]["ComputedInputDto"][];
            label: string;
            /** @enum {string} */
            outcome: "written" | "same" | "asked" | "kept" | "none";
            periodKey: string;
            /** @description What is asked, when another value stands. */
            question: string | null;
            /** @description Taking the figure of the formula opens a validated value again. */
            reopens: boolean;
            revision: number;
            sentence: string | null;
            text: string | null;
        };
        ComputedQuestionDto: {
            code: string;
            id: string;
            label: string;
            name: string;
            periodKey: string;
            question: string;
        };
        ConfirmImportDto: {
            comment?: string | null;
            revision: number;
        };
        ContractActionDto: {
            code: string;
            indicators: components["schemas"]["ContractIndicatorDto"][];
            title: string;
        };
        ContractBaselineDto: {
            /** Format: date */
            on: string | null;
            value: number;
        };
        ContractDto: {
            /** @description MM-DD */
            accountingYearStart: string;
            agreement: string;
            durationYears: number;
            /** @description MM-DD */
            membershipYearStart: string;
            /** @enum {string} */
            prorataUnit: "days" | "months";
            signedOn: string;
            size: number | null;
            /** Format: date-time */
            updatedAt: string;
        };
        ContractIndicatorDto: {
            baseline: components["schemas"]["ContractBaselineDto"] | null;
            /** @description The contract's own words. */
            clause: string | null;
            /** @description Stays the same from year to year. */
            code: string;
            /**
             * @description null for yes or no.
             * @enum {string|null}
             */
            direction: "up" | "down" | null;
            evidence: string[];
            /** @enum {string} */
            kind: "count" | "rate" | "done";
            /** @description The most it pays, in cents; null when the contract gives no weight. */
            maxCents: number | null;
            note: string | null;
            onlyIfCrisis: boolean;
            scoring: components["schemas"]["DoneScoringDto"] | components["schemas"]["TargetScoringDto"] | components["schemas"]["TiersScoringDto"] | components["schemas"]["LinearScoringDto"];
            /** @enum {string} */
            source: "cpam" | "cpts";
            title: string;
        };
        ContractLinkDto: {
            /**
             * Format: uuid
             * @description null: none any more.
             */
            indicatorId: string | null;
            /** @description Of the link on screen; 0 where there was none. */
            revision: number;
        };
        ContractPageDto: {
            contract: components["schemas"]["ContractDto"] | null;
            currentYear: components["schemas"]["ContractYearDto"] | null;
            /** @description In French, or why there is none. */
            currentYearLabel: string;
            endsOn: string | null;
            revision: number;
            size: components["schemas"]["SizeCheckDto"];
            today: string;
            years: components["schemas"]["ContractYearDto"][];
        };
        ContractPaymentTotalsDto: {
            atStakeCents: number;
            expectedCents: number;
            /** @description Lines without an amount. */
            notComputed: number;
            overpaidCents: number;
            /** @description What the caisse should have paid by today and has not. */
            owedCents: number;
            receivedCents: number;
            toComeCents: number;
            /** @description Received, and paying no line the contract promises. */
            unallocatedCents: number;
        };
        ContractStandingDto: {
            /** @description Last day the value covers: of its period, or the day it was given while the period runs. */
            asOf: string | null;
            /** @description Proofs attached. */
            evidence: number;
            /** @description Where the figure comes from, in French. */
            source: string | null;
            /** @enum {string} */
            status: "missing" | "draft" | "validated";
            /** @description null when missing; 1 or 0 for yes or no. */
            value: number | null;
        };
        ContractTermsDto: {
            missions: components["schemas"]["MissionTermsDto"][];
            operating: components["schemas"]["SignedAmountDto"];
        };
        ContractYearDto: {
            end: string;
            number: number;
            start: string;
        };
        ContributedDto: {
            id: string;
        };
        ContributeDto: {
            comment?: string | null;
            denominator?: number | null;
            /**
             * Format: uuid
             * @description Made by the page: sent twice, it is written once.
             */
            id: string;
            /** Format: uuid */
            indicatorId: string;
            /** @description Files of the answer before that this one keeps. */
            keptFiles?: string[];
            numerator?: number | null;
            periodKey: string;
            /**
             * Format: uuid
             * @description The answer on screen; null where there was none.
             */
            seen: string | null;
            value?: number | null;
        };
        ContributionDto: {
            comment: string | null;
            denominator: number | null;
            files: components["schemas"]["ContributionFileDto"][];
            id: string;
            indicator: components["schemas"]["AnsweredIndicatorDto"];
            linkId: string;
            numerator: number | null;
            periodKey: string;
            periodLabel: string;
            reason: string | null;
            /** Format: date-time */
            receivedAt: string;
            recipient: string;
            /** Format: date-time */
            settledAt: string | null;
            settledBy: string | null;
            /** @enum {string} */
            status: "received" | "accepted" | "refused" | "replaced";
            /** @description The value, in French. */
            text: string;
            value: number;
        };
        ContributionFileDto: {
            id: string;
            mediaType: string;
            name: string;
            /** @description Bytes. */
            size: number;
        };
        CountedProjectVersionDto: {
            actions: number;
            axes: number;
            /** Format: date-time */
            createdAt: string;
            endedOn: string | null;
            id: string;
            inForceOn: string | null;
            /** @description What this version changes, in the words of the coordination. */
            note: string | null;
            /** @description 1, 2, 3… in the order they were opened. */
            number: number;
            revision: number;
            /** @enum {string} */
            status: "draft" | "past" | "in-force";
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CreateContractIndicatorsDto: {
            year: number;
        };
        CreatedIndicatorsDto: {
            /** @description Indicators created and linked. */
            created: number;
            /** @description Targets of the contract year set, on them and on those already linked that had none. */
            targets: number;
        };
        CrisesDto: {
            crises: components["schemas"]["CrisisDto"][];
            crisisKinds: components["schemas"]["CrisisKindDto"][];
        };
        CrisisDto: {
            endedOn: string | null;
            id: string;
            kind: string;
            kindLabel: string;
            recognisedOn: string;
            reference: string | null;
            revision: number;
            /** @description Contract years it touches. */
            years: number[];
        };
        CrisisEurosDto: {
            /** @description Can still be earned: no value yet, a value to validate, or a better one before the end of the year. */
            atStakeCents: number;
            counts: boolean;
            /** @description From values validated for the year; once the review is closed, what it agreed. */
            earnedCents: number;
            /** @description Can no longer be earned. */
            lostCents: number;
            maxCents: number;
            /** @description The most it pays once it counts, in cents. */
            possibleCents: number;
        };
        CrisisKindDto: {
            code: string;
            label: string;
        };
        CurrentValueDto: {
            comment: string | null;
            denominator: number | null;
            numerator: number | null;
            revision: number;
            /** @enum {string} */
            status: "draft" | "submitted" | "validated" | "locked";
            text: string;
            value: number;
        };
        DefinitionChangeDto: {
            code: string;
            on: string;
            text: string;
        };
        DeliveryAttemptDto: {
            /** @description The server's answer, word for word. */
            answer: string | null;
            /** Format: date-time */
            at: string;
            by: string | null;
            email: string;
            explanation: string | null;
            id: string;
            messageId: string;
            /** @enum {string} */
            outcome: "uncertain" | "delivered" | "temporary" | "permanent";
            outcomeLabel: string;
            /** Format: date-time */
            startedAt: string;
        };
        DeliveryDto: {
            attempts: components["schemas"]["DeliveryAttemptDto"][];
            /** Format: date-time */
            deliveredAt: string | null;
            email: string;
            id: string;
            /** @enum {string} */
            kind: "cpam" | "other" | "ars";
            kindLabel: string;
            messageId: string;
            name: string;
            /** Format: date-time */
            retryAt: string | null;
            sentence: string;
            /** @enum {string} */
            status: "refused" | "pending" | "uncertain" | "delivered" | "retrying" | "gave-up";
            statusLabel: string;
        };
        DoneScoringDto: {
            cents: number | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            mode: "done";
        };
        DutyDto: {
            detail: string;
            dueOn: string | null;
            /** @enum {string} */
            kind: "validate" | "review" | "mission-start" | "mission-deploy" | "step" | "action-end" | "measure" | "correct" | "proof" | "approve" | "send" | "report-failed" | "contribution";
            /** @description 0: to be done, not late. */
            lateDays: number;
            link: components["schemas"]["SteeringLinkDto"];
            personId: string | null;
            title: string;
            who: string | null;
        };
        EntryGridDto: {
            /** @description What contract years are counted from; null without a contract. */
            contractStart: string | null;
            lines: components["schemas"]["EntryLineDto"][];
            period: components["schemas"]["PeriodDto"] | null;
            /** @description Newest first. */
            periods: components["schemas"]["EntryPeriodDto"][];
            today: string;
        };
        EntryLineDto: {
            /** @description Why the period has no value, when that was answered. */
            absence: components["schemas"]["AbsenceDto"] | null;
            checkedByName: string | null;
            /** @description The values given before that one, the newest first. */
            earlier: components["schemas"]["PreviousValueDto"][];
            evidence: components["schemas"]["EvidenceDto"][];
            exceptions: components["schemas"]["ExceptionShownDto"][];
            expected: components["schemas"]["ExpectedDto"] | null;
            indicator: components["schemas"]["IndicatorDto"];
            label: string;
            lock: components["schemas"]["LockShownDto"] | null;
            measure: components["schemas"]["MeasureDto"] | null;
            moves: ("submit" | "check" | "validate" | "send-back" | "reopen" | "delete")[];
            period: components["schemas"]["PeriodDto"];
            place: components["schemas"]["IndicatorPlaceDto"];
            previous: components["schemas"]["PreviousValueDto"] | null;
            quality: components["schemas"]["QualityHistoryDto"];
            recordedByName: string | null;
            returnedByName: string | null;
            submittedByName: string | null;
            target: number | null;
            /** @description The target is that of a year whose periods are added. */
            targetOfYear: boolean;
            /** @description The period the target was set for. */
            targetSetFor: string | null;
            /** @description Its last change was made under an exception. */
            underException: boolean;
            validatedByName: string | null;
            /** @description This reader may give or correct it now. */
            writable: boolean;
        };
        EntryPeriodDto: {
            key: string;
            /** @enum {string} */
            kind: "month" | "quarter" | "half-year" | "civil-year" | "contract-year" | "event";
            label: string;
            /** @description Nothing can be written in it any more. */
            locked: boolean;
            /** @description A contract year that runs: its figures « à ce jour » can be given, nothing is awaited yet. */
            running: boolean;
            toEnter: number;
            toValidate: number;
        };
        EpciDto: {
            communes: number;
            departmentCodes: string[];
            name: string;
            population: number;
            siren: string;
        };
        EurosOfYearDto: {
            atStakeCents: number;
            /** @description How many things the contract page asks to look at. */
            checks: number;
            earnedCents: number;
            /** @description In French. */
            label: string;
            lostCents: number;
            maxCents: number;
            /** @enum {string} */
            phase: "upcoming" | "running" | "over" | "closed";
            /** @description Number of the contract year. */
            year: number;
        };
        EvidenceDto: {
            /** Format: date-time */
            addedAt: string;
            addedBy: string | null;
            /** @description SHA-256 of the file; else of the address or of what the record is. */
            hash: string;
            id: string;
            /** @enum {string} */
            kind: "file" | "link" | "record";
            measureId: string;
            /** @description Of a file. */
            mediaType: string | null;
            /** @description Name of the file, or title. */
            name: string;
            recordId: string | null;
            /** @enum {string|null} */
            recordKind: "action-step" | "report" | null;
            /** @description Bytes of a file. */
            size: number | null;
            url: string | null;
        };
        EvidenceLimitsDto: {
            /** @description Most bytes of a file. */
            bytes: number;
            /** @description Endings accepted, without the dot. */
            endings: string[];
        };
        ExceptionShownDto: {
            /** @description Granted to this reader. */
            mine: boolean;
            open: boolean;
            person: string;
            reason: string;
            /** Format: date-time */
            until: string;
        };
        ExpectedDto: {
            dueOn: string;
            lateDays: number;
            /** @enum {string} */
            need: "to-correct" | "to-enter" | "to-validate";
        };
        FormulaDto: {
            inputs: components["schemas"]["FormulaInputDto"][];
            text: string;
        };
        FormulaInputDto: {
            code: string;
            id: string;
            /** @enum {string} */
            kind: "indicator";
            /** @enum {string} */
            part: "value" | "numerator" | "denominator";
        };
        FormulaPreviewDto: {
            /** @description Why it is refused; null when it can be saved. */
            fault: string | null;
            /** @description Newest first. */
            periods: components["schemas"]["FormulaPreviewPeriodDto"][];
            /** @description Character of the fault, from 1. */
            place: number | null;
            /** @description With the names of its indicators. */
            words: string | null;
        };
        FormulaPreviewInputDto: {
            /** @enum {string} */
            aggregation: "sum" | "last" | "mean";
            bounded: boolean;
            code: string;
            decimals: number;
            /** @enum {string} */
            frequency: "month" | "quarter" | "half-year" | "civil-year" | "contract-year" | "event";
            /**
             * Format: uuid
             * @description The indicator that is changed; null for a new one.
             */
            indicatorId: string | null;
            /** @enum {string} */
            kind: "ratio" | "count" | "yes-no" | "sum" | "average" | "deliverable";
            text: string;
            /** Format: date */
            trackedFrom: string;
            unit: string | null;
        };
        FormulaPreviewPeriodDto: {
            label: string;
            /** @description Why nothing, or why it may still move. */
            sentence: string | null;
            /** @description Said with its unit; null: nothing. */
            text: string | null;
        };
        FormulaTextDto: {
            text: string;
        };
        GrantExceptionDto: {
            /** Format: uuid */
            indicatorId: string;
            periodKey: string;
            /** Format: uuid */
            personId: string;
            reason: string;
            /** Format: date */
            untilOn: string;
            untilTime: string;
        };
        HealthDto: {
            /** @enum {string} */
            database: "ok" | "unavailable";
            /**
             * @description For information: when the queue is away, jobs wait in the database.
             * @enum {string}
             */
            queue: "ok" | "unavailable";
            /** @enum {string} */
            status: "ok" | "unavailable";
        };
        HomeDto: {
            coming: components["schemas"]["ComingDto"][];
            duties: components["schemas"]["DutyDto"][];
            /** @description null without terms for the contract year that runs. */
            euros: components["schemas"]["EurosOfYearDto"] | null;
            missions: components["schemas"]["MissionStandingDto"][];
            setup: components["schemas"]["SetupDto"];
            today: string;
            totals: components["schemas"]["TotalsDto"];
        };
        ImportColumnDto: {
            header: string;
            samples: string[];
        };
        ImportCountsDto: {
            changed: number;
            created: number;
            empty: number;
            lines: number;
            refused: number;
            same: number;
            settled: number;
            warned: number;
        };
        ImportedYearDto: {
            /** @description Amendment of the file's latest version of the year; 0 as signed. */
            amendment: number;
            crisisCents: number;
            fixedCents: number;
            indicators: number;
            label: string;
            missions: number;
            number: number;
            operatingCents: number;
            variableCents: number;
        };
        ImportIndicatorDto: {
            code: string;
            id: string;
            name: string;
        };
        ImportIssueDto: {
            column: string | null;
            /** @enum {string} */
            kind: "refused" | "settled" | "warning";
            line: number;
            message: string;
            text: string;
        };
        ImportLineDto: {
            by: string | null;
            counts: components["schemas"]["ImportCountsDto"] | null;
            /** Format: date-time */
            createdAt: string;
            fileName: string;
            /** @description Bytes. */
            fileSize: number;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            /** @enum {string} */
            status: "done" | "failed" | "refused" | "cancelled" | "analysing" | "to-map" | "ready" | "writing";
            statusLabel: string;
        };
        ImportPreviewDto: {
            agreementLabel: string;
            /** @description To be given back when confirming: what is recorded now, in one word. */
            basis: string;
            differences: components["schemas"]["TermsDifferenceDto"][];
            /** @description What stays as it is though the file does not speak of it, in French. */
            notes: string[];
            /** @description True: everything in the file is recorded already. */
            nothingToDo: boolean;
            signedOn: string;
            warnings: components["schemas"]["TermsWarningDto"][];
            years: components["schemas"]["ImportedYearDto"][];
        };
        ImportResultDto: {
            /** @description False: everything in the file was recorded already, nothing was written. */
            changed: boolean;
            differences: components["schemas"]["TermsDifferenceDto"][];
            /** @description Contract year to show. */
            year: number;
        };
        ImportRunDto: {
            error: string | null;
            id: string;
            label: string | null;
            progress: number;
            /** @enum {string} */
            state: "done" | "waiting" | "failed" | "running" | "cancelled";
        };
        IndicatorCardDto: {
            changes: components["schemas"]["IndicatorChangeDto"][];
            contractStart: string | null;
            indicator: components["schemas"]["IndicatorDto"];
            /** @description True once a value exists: what the values mean no longer changes. */
            locked: boolean;
            may: components["schemas"]["IndicatorMayDto"];
            place: components["schemas"]["IndicatorPlaceDto"];
            standing: components["schemas"]["StandingDto"] | null;
            targets: components["schemas"]["TargetDto"][];
            today: string;
            /** @description Newest first; a missing value is a line without measure. */
            values: components["schemas"]["ActedValueLineDto"][];
        };
        IndicatorChangeDto: {
            after: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            at: string;
            before: {
                [key: string]: unknown;
            };
            by: string | null;
            fields: string[];
            /** @description Local day it was made. */
            from: string;
            reason: string | null;
            /** @description The version it led to; null when nothing of what is measured changed. */
            version: number | null;
        };
        IndicatorDefinitionDto: {
            /** Format: uuid */
            actionId: string | null;
            /** @enum {string} */
            aggregation: "sum" | "last" | "mean";
            alert?: components["schemas"]["AlertThresholdsDto"] | null;
            baseline: components["schemas"]["BaselineDto"] | null;
            bounded: boolean;
            breakdowns?: components["schemas"]["BreakdownDto"][];
            code: string;
            countsPatients: boolean;
            decimals: number;
            definition: string;
            denominatorLabel: string | null;
            /** @enum {string} */
            direction: "up" | "down";
            /** @description Days after the end of a period; left out or null: as the community set. */
            dueDays?: number | null;
            evidenceExpected: string | null;
            /** @description Left out or null: its values are given by people. */
            formula?: components["schemas"]["FormulaTextDto"] | null;
            /** @enum {string} */
            frequency: "month" | "quarter" | "half-year" | "civil-year" | "contract-year" | "event";
            /** @enum {string} */
            kind: "ratio" | "count" | "yes-no" | "sum" | "average" | "deliverable";
            limits?: string | null;
            missions: string[];
            name: string;
            numeratorLabel: string | null;
            rationale?: string | null;
            /** Format: uuid */
            responsiblePersonId: string | null;
            source: string | null;
            /** @enum {string|null} */
            sourceKind?: "cpam" | "rezone" | "declared" | "register" | "other" | null;
            /** Format: date */
            trackedFrom: string;
            unit: string | null;
        };
        IndicatorDto: {
            actionId: string | null;
            /** @enum {string} */
            aggregation: "sum" | "last" | "mean";
            alert: components["schemas"]["AlertThresholdsDto"] | null;
            /** Format: date-time */
            archivedAt: string | null;
            baseline: components["schemas"]["BaselineDto"] | null;
            bounded: boolean;
            breakdowns: components["schemas"]["BreakdownDto"][];
            code: string;
            countsPatients: boolean;
            decimals: number;
            definition: string;
            denominatorLabel: string | null;
            /** @enum {string} */
            direction: "up" | "down";
            /** @description Days after the end of a period before its value is late; null: as the community set. */
            dueDays: number | null;
            evidenceExpected: string | null;
            /** @description What its values are computed from; null when people give them. */
            formula: components["schemas"]["FormulaDto"] | null;
            /** @enum {string} */
            frequency: "month" | "quarter" | "half-year" | "civil-year" | "contract-year" | "event";
            id: string;
            /** @enum {string} */
            kind: "count" | "ratio" | "yes-no" | "sum" | "average" | "deliverable";
            limits: string | null;
            missions: string[];
            name: string;
            numeratorLabel: string | null;
            rationale: string | null;
            responsiblePersonId: string | null;
            revision: number;
            source: string | null;
            /** @enum {string|null} */
            sourceKind: "cpam" | "rezone" | "declared" | "register" | "other" | null;
            trackedFrom: string;
            unit: string | null;
            /** Format: date-time */
            updatedAt: string;
            /** @description Number of its definition: 1 as created. */
            version: number;
        };
        IndicatorLineDto: {
            awaited: number;
            indicator: components["schemas"]["IndicatorDto"];
            late: number;
            place: components["schemas"]["IndicatorPlaceDto"];
            /** @description The value shown has not the proof it should have. */
            proofMissing: boolean;
            /** @description Null: no period is due yet. */
            standing: components["schemas"]["StandingDto"] | null;
        };
        IndicatorMayDto: {
            define: boolean;
            enter: boolean;
            validate: boolean;
        };
        IndicatorModelDto: {
            advice: string;
            /** @enum {string} */
            aggregation: "sum" | "last" | "mean";
            bounded: boolean;
            breakdowns?: components["schemas"]["BreakdownDto"][];
            code: string;
            countsPatients: boolean;
            decimals: number;
            definition: string;
            denominatorLabel: string | null;
            /** @enum {string} */
            direction: "up" | "down";
            evidenceExpected: string | null;
            /** @enum {string} */
            frequency: "month" | "quarter" | "half-year" | "civil-year" | "contract-year" | "event";
            /** @enum {string} */
            kind: "count" | "ratio" | "yes-no" | "sum" | "average" | "deliverable";
            limits?: string | null;
            mission: string;
            name: string;
            numeratorLabel: string | null;
            /**
             * @description A usual card, a national example of 2019 to be confirmed, or one of a real contract.
             * @enum {string}
             */
            origin: "usual" | "national" | "contract";
            rationale?: string | null;
            source: string | null;
            /** @enum {string|null} */
            sourceKind?: "cpam" | "rezone" | "declared" | "register" | "other" | null;
            unit: string | null;
        };
        IndicatorPlaceDto: {
            action: components["schemas"]["ServedActionDto"] | null;
            /** @description The reader gives its values. */
            mine: boolean;
            missionLabels: string[];
            /** @description The person in charge, else the lead of the action. */
            responsible: string | null;
        };
        IndicatorsByStateDto: {
            "at-risk": number;
            late: number;
            "no-data": number;
            "no-target": number;
            "on-track": number;
            reached: number;
        };
        InspectLinkDto: {
            token: string;
        };
        InvitationDto: {
            /** Format: date-time */
            createdAt: string;
            email: string;
            expired: boolean;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            invitedByName: string | null;
            /**
             * @description Where the e-mail is.
             * @enum {string}
             */
            mail: "waiting" | "sent" | "failed";
            mailError: string | null;
            organisation: string | null;
            /** @enum {string} */
            role: "coordinator" | "president" | "treasurer" | "board" | "lead" | "member" | "reader";
        };
        InviteDto: {
            /** Format: email */
            email: string;
            /** @description For a reader: the institution it reads for. */
            organisation?: string | null;
            /** @enum {string} */
            role: "coordinator" | "president" | "treasurer" | "board" | "lead" | "member" | "reader";
        };
        JobRunDto: {
            /** Format: date-time */
            createdAt: string;
            error: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            job: string;
            label: string | null;
            /** @description 0 to 100. */
            progress: number;
            /** @enum {string} */
            state: "done" | "waiting" | "failed" | "running" | "cancelled";
            subject: string | null;
        };
        JournalFaultDto: {
            /** Format: date-time */
            at: string | null;
            /** @enum {string} */
            kind: "altered" | "missing" | "added";
            sentence: string;
            /** @description Number of the line; null: a value, or its history. */
            sequence: number | null;
            subject: string;
        };
        JournalLineDto: {
            act: string;
            /** Format: date-time */
            at: string;
            changes: components["schemas"]["AuditChangeDto"][];
            id: number;
            personId: string | null;
            subject: string | null;
            subjectId: string;
            subjectType: string;
            what: string;
            /** @description Null: the product itself. */
            who: string | null;
        };
        JournalPageDto: {
            lines: components["schemas"]["JournalLineDto"][];
            /** @description To be given as `beforeId` to read on. */
            nextId: number | null;
            people: components["schemas"]["JournalPersonDto"][];
            /** @description What the subject asked for was called last. */
            subject: string | null;
        };
        JournalPersonDto: {
            name: string;
            personId: string;
        };
        JournalVerificationDto: {
            /** Format: date-time */
            checkedAt: string;
            faults: components["schemas"]["JournalFaultDto"][];
            /** @description All faults found; `faults` names the first ones. */
            found: number;
            head: string | null;
            /** @description Lines of history that the journal answers for. */
            histories: number;
            lines: number;
            /** @description Last line: number and hash. */
            sequence: number;
            values: number;
        };
        KeptProofDto: {
            /** Format: date-time */
            addedAt: string;
            addedBy: string | null;
            /** @description SHA-256 of the file; else of the address or of what the record is. */
            hash: string;
            id: string;
            /** @enum {string} */
            kind: "file" | "link" | "record";
            /** @description Of a file. */
            mediaType: string | null;
            /** @description Name of the file, or title. */
            name: string;
            recordId: string | null;
            /** @enum {string|null} */
            recordKind: "action-step" | "report" | null;
            /** Format: date-time */
            removedAt: string | null;
            removedBy: string | null;
            /** @description Bytes of a file. */
            size: number | null;
            url: string | null;
        };
        LastValueDto: {
            label: string;
            /** @description In French. */
            text: string;
        };
        LateCardStepDto: {
            dueOn: string;
            lateDays: number;
            step: components["schemas"]["CardStepDto"];
        };
        LateDutiesDto: {
            count: number;
            first: components["schemas"]["DutyDto"][];
        };
        LateStepDto: {
            dueOn: string;
            id: string;
            lateDays: number;
            title: string;
        };
        LeftValueDto: {
            code: string;
            indicatorId: string;
            name: string;
            periodKey: string;
            periodLabel: string;
            /** @enum {string} */
            status: "missing" | "draft" | "submitted";
        };
        LinearScoringDto: {
            cents: number | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            mode: "linear";
            threshold: number;
        };
        LinkCommunityDto: {
            label: string;
            name: string;
        };
        LinkDto: {
            accountExists: boolean;
            community: components["schemas"]["LinkCommunityDto"] | null;
            email: string;
            invitedByName: string | null;
            /** @enum {string} */
            kind: "invitation" | "password-reset";
            organisation: string | null;
            /** @enum {string|null} */
            role: "coordinator" | "president" | "treasurer" | "board" | "lead" | "member" | "reader" | null;
        };
        LinkedIndicatorDto: {
            code: string;
            /** @enum {string} */
            frequency: "month" | "quarter" | "half-year" | "civil-year" | "contract-year" | "event";
            id: string;
            name: string;
        };
        LinkEvidenceDto: {
            title: string;
            /** @description Starts with https:// */
            url: string;
        };
        LinkPageDto: {
            askedBy: string | null;
            community: string;
            contractStart: string | null;
            entries: components["schemas"]["CollectionEntryDto"][];
            expiresOn: string;
            linkId: string;
            recipient: string;
            /** @description Names of what is no longer asked. */
            stopped: string[];
            today: string;
        };
        LinkRevisionDto: {
            revision: number;
        };
        ListedProofDto: {
            /** Format: date-time */
            addedAt: string;
            addedBy: string | null;
            /** @description SHA-256 of the file; else of the address or of what the record is. */
            hash: string;
            id: string;
            /** @enum {string} */
            kind: "file" | "link" | "record";
            /** @description Of a file. */
            mediaType: string | null;
            /** @description Name of the file, or title. */
            name: string;
            recordId: string | null;
            /** @enum {string|null} */
            recordKind: "action-step" | "report" | null;
            /** @description Bytes of a file. */
            size: number | null;
            url: string | null;
            /** @description How many values it serves. */
            values: number;
        };
        LivenessDto: {
            /** @enum {string} */
            status: "ok";
        };
        LockablePeriodDto: {
            key: string;
            label: string;
        };
        LockExceptionLineDto: {
            /** Format: date-time */
            closedAt: string | null;
            /** Format: date-time */
            grantedAt: string;
            grantedBy: string | null;
            id: string;
            indicator: string;
            indicatorId: string;
            open: boolean;
            periodKey: string;
            periodLabel: string;
            person: string;
            reason: string;
            /** Format: date-time */
            until: string;
        };
        LockLineDto: {
            id: string;
            label: string;
            /** Format: date-time */
            lockedAt: string;
            lockedBy: string | null;
            periodKey: string;
            /** Format: date-time */
            unlockedAt: string | null;
            unlockedBy: string | null;
            unlockReason: string | null;
            /** @description Values that were missing or not validated when it was locked. */
            valuesLeft: number;
            valuesLocked: number;
        };
        LockPeriodDto: {
            period: string;
            /** @description How many values the person was told are not validated. */
            seenLeft: number;
        };
        LockPreviewDto: {
            label: string;
            left: components["schemas"]["LeftValueDto"][];
            periodKey: string;
            settled: number;
        };
        LockShownDto: {
            label: string;
            /** Format: date-time */
            lockedAt: string;
        };
        LocksPageDto: {
            exceptions: components["schemas"]["LockExceptionLineDto"][];
            lockable: components["schemas"]["LockablePeriodDto"][];
            locks: components["schemas"]["LockLineDto"][];
            /** @description This reader may lock, unlock and grant. */
            may: boolean;
            today: string;
        };
        MadeCollectionLinkDto: {
            /** @description Told once; null when it leaves by e-mail. */
            address: string | null;
            id: string;
        };
        MadeDto: {
            id: string;
        };
        MadeReportDto: {
            id: string;
        };
        MapImportDto: {
            revision: number;
            /** @description `ignore`, `indicator`, `period`, `value`, `numerator`, `denominator`, `comment`, `period:2026-Q3` or `indicator:<id>`. */
            uses: string[];
        };
        MarkStepDto: {
            done: boolean;
            /** Format: date */
            doneOn?: string | null;
        };
        MeasureChangeDto: {
            /** @enum {string} */
            act: "submitted" | "validated" | "locked" | "recorded" | "changed" | "deleted" | "checked" | "returned" | "unlocked" | "reopened" | "evidence-added" | "evidence-removed" | "absence-stated" | "absence-withdrawn";
            after: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            at: string;
            before: {
                [key: string]: unknown;
            } | null;
            by: string | null;
            periodKey: string;
            reason: string | null;
        };
        MeasureDto: {
            /**
             * Format: date-time
             * @description Read by the coordination, the board's validation still to come.
             */
            checkedAt: string | null;
            comment: string | null;
            /** @description The version of the definition it was given under; null for older values. */
            definitionVersion: number | null;
            denominator: number | null;
            id: string;
            indicatorId: string;
            numerator: number | null;
            /** @enum {string} */
            origin: "link" | "typed" | "import" | "computed";
            /** @description Empty when only the total was given. */
            parts: components["schemas"]["MeasurePartDto"][];
            periodEnd: string;
            periodKey: string;
            periodStart: string;
            /** Format: date-time */
            recordedAt: string;
            /** @description Why it was sent back. */
            remark: string | null;
            /** Format: date-time */
            returnedAt: string | null;
            revision: number;
            /** @enum {string} */
            status: "draft" | "submitted" | "validated" | "locked";
            /** Format: date-time */
            submittedAt: string | null;
            /** Format: date-time */
            validatedAt: string | null;
            value: number;
        };
        MeasurePartDto: {
            /** @enum {string} */
            breakdown: "profession" | "structure" | "commune" | "age-band" | "list";
            denominator: number | null;
            numerator: number | null;
            part: string;
            value: number | null;
        };
        MeasurePartInputDto: {
            /** @enum {string} */
            breakdown: "profession" | "structure" | "commune" | "age-band" | "list";
            denominator?: number | null;
            numerator?: number | null;
            part: string;
            value?: number | null;
        };
        MemberDto: {
            email: string;
            /** Format: date-time */
            joinedAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            organisation: string | null;
            personId: string;
            revision: number;
            /** @enum {string} */
            role: "coordinator" | "president" | "treasurer" | "board" | "lead" | "member" | "reader";
        };
        MissionClockDto: {
            deployDue: string | null;
            deployedOn: string | null;
            lateDays: number;
            missionCode: string;
            /** @description In French. */
            sentence: string;
            startDue: string | null;
            startedOn: string | null;
            /**
             * @description One of `missionStates`.
             * @enum {string}
             */
            state: "not-chosen" | "not-started" | "late-start" | "started" | "late-deploy" | "deployed";
            toConfirm: boolean;
        };
        MissionDto: {
            /** @description Actions that serve it. */
            actions: number;
            chosen: boolean;
            clock: components["schemas"]["MissionClockDto"];
            code: string;
            /** @enum {string} */
            kind: "core" | "optional";
            label: string;
            parts: components["schemas"]["MissionPartDto"][];
            revision: number;
            shortLabel: string;
            summary: string;
        };
        MissionPageDto: {
            actions: components["schemas"]["ActionCardDto"][];
            duties: components["schemas"]["DutyDto"][];
            indicators: components["schemas"]["SteeredIndicatorDto"][];
            parts: components["schemas"]["MissionPartDto"][];
            standing: components["schemas"]["MissionStandingDto"];
            summary: string;
        };
        MissionPartDto: {
            code: string;
            label: string;
        };
        MissionsPageDto: {
            agreementLabel: string;
            contractEndsOn: string | null;
            contractSignedOn: string | null;
            currentYearLabel: string;
            missions: components["schemas"]["MissionDto"][];
            today: string;
        };
        MissionStandingDto: {
            /** @description Mean of the attainments of its indicators, each capped at 100 %; null without any. */
            attainment: number | null;
            clock: components["schemas"]["MissionClockDto"];
            code: string;
            /** @description Its variable part of the contract year; null without terms for it. */
            euros: components["schemas"]["SteeredEurosDto"] | null;
            /** @enum {string} */
            kind: "core" | "optional";
            label: string;
            shortLabel: string;
            /** @enum {string} */
            state: "reached" | "on-track" | "at-risk" | "late" | "no-data";
            totals: components["schemas"]["TotalsDto"];
        };
        MissionTermsDto: {
            actions: components["schemas"]["ContractActionDto"][];
            code: string;
            fixed: components["schemas"]["SignedAmountDto"];
            /** @enum {string} */
            kind: "core" | "optional";
            variable: components["schemas"]["SignedAmountDto"];
            /** @description null: no such part. */
            variableIfCrisis: components["schemas"]["SignedAmountDto"] | null;
        };
        MoneyCheckDto: {
            /** @enum {string} */
            code: "unconfirmed" | "weight-missing" | "weights-differ" | "no-indicator" | "size-differs" | "mission-late" | "not-linked";
            indicatorCode: string | null;
            missionCode: string | null;
            /** @description In French, with the difference named. */
            sentence: string;
        };
        MoneyExplanationDto: {
            /** @description The contract's own words. */
            clause: string | null;
            /** @description What the next tier needs and pays; null when nothing more can be reached. */
            next: string | null;
            /** @description How the value meets the rule, its source, its date, its proofs. */
            reading: string;
            rule: string;
        };
        MoneyLinkDto: {
            /** @enum {string} */
            frequency: "month" | "quarter" | "half-year" | "civil-year" | "contract-year" | "event";
            indicatorCode: string;
            indicatorId: string;
            indicatorName: string;
            /** @description Period to open to give or read its value. */
            periodKey: string;
            revision: number;
        };
        MoneyMayDto: {
            enter: boolean;
            link: boolean;
            simulate: boolean;
            validate: boolean;
        };
        MoneyYearChoiceDto: {
            end: string;
            /** @description What was signed for it is recorded. */
            hasTerms: boolean;
            number: number;
            start: string;
        };
        MoneyYearDto: {
            /** @description Local day the review was closed; null while it is open. */
            closedOn: string | null;
            /** @description A crisis recognised by the ARS touches the year. */
            crisisRecognised: boolean;
            /** @description null when nothing signed is recorded for the year. */
            euros: components["schemas"]["YearEurosDto"] | null;
            /** @description By code of contract indicator; null when no indicator is linked. */
            links: {
                [key: string]: components["schemas"]["MoneyLinkDto"] | null;
            };
            may: components["schemas"]["MoneyMayDto"];
            /** @description By code of contract indicator. */
            standings: {
                [key: string]: components["schemas"]["ContractStandingDto"];
            };
            terms: components["schemas"]["ContractTermsDto"] | null;
            /** @description Label of the version of the terms. */
            termsLabel: string | null;
            today: string;
            /** @description Year shown; null without a contract. */
            year: number | null;
            years: components["schemas"]["MoneyYearChoiceDto"][];
        };
        MySessionDto: {
            address: string | null;
            /** Format: date-time */
            createdAt: string;
            current: boolean;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /** Format: date-time */
            lastSeenAt: string;
            userAgent: string | null;
        };
        NamedMissionDto: {
            code: string;
            label: string;
        };
        NamedPaymentPartDto: {
            cents: number;
            /** @description False: the contract no longer promises that line. */
            expected: boolean;
            label: string;
            lineKey: string;
            year: number | null;
        };
        NewCalendarFeedDto: {
            address: string;
            /**
             * Format: date-time
             * @description null: none is open.
             */
            createdAt: string | null;
            /** @description 0 when none is open. */
            revision: number;
        };
        NewCollectionLinkDto: {
            /** Format: email */
            email: string | null;
            /**
             * Format: date
             * @description Last local day it works, within thirteen months.
             */
            expiresOn: string;
            /** Format: date */
            from: string | null;
            /**
             * Format: uuid
             * @description Made by the form: sent twice, the link is made once.
             */
            id: string;
            indicatorIds: string[];
            /** @description Null: each period that ends from `from` on. */
            periods: string[] | null;
            recipient: string;
            /** @description Sent by e-mail; otherwise its address is told once. */
            send: boolean;
            showPrevious: boolean;
        };
        NextStepDto: {
            dueOn: string;
            title: string;
        };
        OpenCalendarFeedDto: {
            revision: number;
        };
        OpenDraftDto: {
            model?: string | null;
            /** @enum {string} */
            source: "nothing" | "in-force" | "model";
            /** Format: date */
            startsOn?: string | null;
            title?: string | null;
        };
        OtherSourceDto: {
            source: string;
            value: number;
        };
        PastValueDto: {
            label: string;
            value: number;
        };
        PaymentContractDto: {
            endsOn: string;
            /** @description `days` or `months`. */
            prorataUnit: string;
            signedOn: string;
        };
        PaymentLineDto: {
            /** @description The most a variable part can pay before its review; never due. */
            atStakeCents: number | null;
            /** @description null: not computed, `missing` says why. */
            cents: number | null;
            /** @description null: not known yet. */
            date: string | null;
            /** @description « 17 500 € × 8/12 × 75 % = 8 750 € ». */
            formula: string | null;
            /** @description Stable: `CY2.prevention.fixed.advance`. */
            key: string;
            /** @enum {string} */
            kind: "variable" | "operating-signature" | "operating-advance" | "operating-balance" | "fixed-advance" | "fixed-balance" | "crisis";
            /** @description In French. */
            label: string;
            /** @description Days since its date once late; else 0. */
            lateDays: number;
            missing: string | null;
            missionCode: string | null;
            overpaidCents: number;
            receivedCents: number;
            remainingCents: number | null;
            /** @enum {string} */
            status: "upcoming" | "late" | "received" | "partly-received" | "expected" | "at-stake" | "not-computed" | "nothing-due";
            /** @description In French. */
            when: string;
            year: number;
        };
        PaymentPartDto: {
            cents: number;
            lineKey: string;
        };
        PaymentReceivedDto: {
            /** Format: date-time */
            cancelledAt: string | null;
            cancelledBy: string | null;
            cancelReason: string | null;
            cents: number;
            id: string;
            note: string | null;
            parts: components["schemas"]["NamedPaymentPartDto"][];
            receivedOn: string;
            /** Format: date-time */
            recordedAt: string;
            recordedBy: string | null;
            reference: string | null;
            revision: number;
            unallocatedCents: number;
        };
        PaymentsPageDto: {
            contract: components["schemas"]["PaymentContractDto"] | null;
            currentYear: number | null;
            /** @description The latest first; cancelled ones stay. */
            payments: components["schemas"]["PaymentReceivedDto"][];
            today: string;
            totals: components["schemas"]["ContractPaymentTotalsDto"];
            years: components["schemas"]["PaymentYearDto"][];
        };
        PaymentTotalsDto: {
            atStakeCents: number;
            expectedCents: number;
            /** @description Lines without an amount. */
            notComputed: number;
            overpaidCents: number;
            /** @description What the caisse should have paid by today and has not. */
            owedCents: number;
            receivedCents: number;
            toComeCents: number;
        };
        PaymentYearDto: {
            end: string;
            /** @description False: the amounts of this year are not entered, it has no line. */
            hasTerms: boolean;
            lines: components["schemas"]["PaymentLineDto"][];
            number: number;
            start: string;
            totals: components["schemas"]["PaymentTotalsDto"];
        };
        PeriodDto: {
            end: string;
            key: string;
            /** @enum {string} */
            kind: "month" | "quarter" | "half-year" | "civil-year" | "contract-year" | "event";
            start: string;
        };
        PersonDto: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "coordinator" | "president" | "treasurer" | "board" | "lead" | "member" | "reader";
        };
        PreparablePeriodDto: {
            key: string;
            label: string;
            reportId: string | null;
        };
        PrepareReportDto: {
            correction?: boolean;
            periodKey: string;
        };
        PreviousValueDto: {
            label: string;
            /** @description In French. */
            text: string;
            value: number;
        };
        /** @description RFC 9457 problem details: every refusal is answered so. */
        ProblemDetails: {
            /** @enum {string} */
            code: "absence-event" | "absence-has-value" | "absence-reason-missing" | "action-has-indicators" | "action-has-measures" | "action-mission-missing" | "action-period-reversed" | "action-status-needs-sentence" | "agreement-unknown" | "already-done" | "already-member" | "amendment-not-latest" | "amount-invalid" | "axis-duplicate-title" | "axis-has-actions" | "body-too-large" | "breakdown-invalid" | "collection-link-closed" | "commune-overlap" | "commune-twice" | "commune-unknown" | "computed-question-closed" | "contract-duration-invalid" | "contract-file-refused" | "contract-missing" | "contract-year-closed" | "contract-year-outside" | "contract-year-past" | "contribution-settled" | "current-password-wrong" | "delivery-not-confirmable" | "delivery-not-retryable" | "edited-meanwhile" | "epci-unknown" | "event-in-future" | "evidence-in-dialogue" | "evidence-in-report" | "evidence-just-tied" | "evidence-link-refused" | "evidence-locked" | "evidence-record-refused" | "evidence-refused" | "exception-end-invalid" | "exception-person" | "exception-without-lock" | "forbidden" | "formula-circular" | "formula-invalid" | "formula-units" | "formula-unknown-code" | "formula-unsuitable" | "import-comment-missing" | "import-file-refused" | "import-mapping-refused" | "import-nothing-to-write" | "import-outdated" | "import-patients" | "import-transition" | "indicator-archived" | "indicator-code-invalid" | "indicator-code-taken" | "indicator-definition-incomplete" | "indicator-feeds" | "indicator-input-archived" | "indicator-kind-locked" | "indicator-mean-refused" | "indicator-served-nowhere" | "invalid-day" | "invalid-input" | "invalid-number" | "invalid-period" | "invalid-request" | "invalid-time-zone" | "last-coordinator" | "link-event" | "link-expired" | "link-invalid" | "link-kind-differs" | "lock-changed" | "lock-exists" | "lock-lifted" | "lock-period-not-over" | "logo-refused" | "mask-below-invalid" | "measure-above-hundred" | "measure-comment-needed" | "measure-computed" | "measure-decimals" | "measure-denominator-zero" | "measure-locked" | "measure-negative" | "measure-not-draft" | "measure-not-validated" | "measure-not-yes-no" | "measure-numerator-above" | "measure-parts-missing" | "measure-period-mismatch" | "measure-period-not-over" | "measure-proof-missing" | "measure-reason-missing" | "measure-remark-missing" | "measure-step-right" | "measure-transition" | "measure-value-missing" | "media-type-refused" | "method-refused" | "mission-after-contract" | "mission-before-signature" | "mission-core" | "mission-date-in-future" | "mission-deployed-before-start" | "mission-in-terms" | "mission-in-use" | "mission-not-chosen" | "mission-not-started" | "mission-unknown" | "no-community-chosen" | "not-found" | "page-outdated" | "part-unknown" | "parts-differ" | "password-refused" | "patient-identifier" | "payment-cancelled" | "payment-line-unknown" | "payment-parts-exceed" | "period-locked" | "population-invalid" | "project-axis-empty" | "project-draft-exists" | "project-empty" | "project-not-draft" | "project-past" | "project-structure-locked" | "project-tracking-needs-in-force" | "reader-without-organisation" | "recipient-email-invalid" | "recipient-taken" | "reminder-nobody" | "reminder-too-soon" | "report-approval-right" | "report-correction-needs-sent" | "report-document-damaged" | "report-exists" | "report-no-indicator" | "report-no-recipient" | "report-period-not-over" | "report-transition" | "request-forged" | "review-amount-outside" | "review-closed" | "review-conclusion-contradicts" | "review-incomplete" | "review-person-unknown" | "review-proposal-invalid" | "review-reason-missing" | "review-too-early" | "review-transition" | "route-unknown" | "scenario-empty" | "scenario-indicator-unknown" | "scenario-name-taken" | "scenario-value-invalid" | "scenario-without-terms" | "sign-in-busy" | "sign-in-refused" | "signed-out" | "step-done-in-future" | "target-invalid" | "terms-exist" | "terms-missing" | "terms-refused" | "text-missing" | "text-too-long" | "too-many" | "too-many-attempts" | "tree-position-invalid" | "unavailable" | "unexpected" | "unreadable-body" | "version-reason-missing";
            /** @description What happened, in French. */
            detail: string;
            errors?: {
                /** @description In French. */
                message: string;
                path: string;
                rule: string;
            }[];
            meta?: {
                [key: string]: unknown;
            };
            status: number;
            title: string;
            type: string;
        };
        ProfileDto: {
            familyName: string;
            givenName: string;
        };
        ProgressDto: {
            /** @description Percentage of the way. */
            attainment: number | null;
            remaining: number | null;
            /** @enum {string} */
            state: "reached" | "on-track" | "at-risk" | "late" | "no-target" | "no-data";
        };
        ProjectAxisDto: {
            actions: components["schemas"]["ActionSummaryDto"][];
            id: string;
            revision: number;
            title: string;
            why: string | null;
        };
        ProjectDto: {
            axes: components["schemas"]["ProjectAxisDto"][];
            missions: components["schemas"]["ServedMissionDto"][];
            today: string;
            version: components["schemas"]["ProjectVersionDto"];
        };
        ProjectHomeDto: {
            draftId: string | null;
            inForceId: string | null;
            project: components["schemas"]["ProjectDto"] | null;
        };
        ProjectModelDto: {
            actions: number;
            axes: number;
            code: string;
            description: string;
            title: string;
        };
        ProjectVersionDto: {
            /** Format: date-time */
            createdAt: string;
            endedOn: string | null;
            id: string;
            inForceOn: string | null;
            /** @description What this version changes, in the words of the coordination. */
            note: string | null;
            /** @description 1, 2, 3… in the order they were opened. */
            number: number;
            revision: number;
            /** @enum {string} */
            status: "draft" | "past" | "in-force";
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ProjectVersionsDto: {
            draftId: string | null;
            inForceId: string | null;
            versions: components["schemas"]["CountedProjectVersionDto"][];
        };
        ProofCardDto: {
            evidence: components["schemas"]["KeptProofDto"];
            may: components["schemas"]["ProofMayDto"];
            /** @description The record as it is now; null for a file or a link, and for a record that is gone. */
            record: components["schemas"]["ProofRecordDto"] | null;
            reports: components["schemas"]["ReportOfProofDto"][];
            /** @description The latest first. */
            values: components["schemas"]["ProvedValueDto"][];
        };
        ProofListDto: {
            /** @description The one to go on after; null at the end. */
            more: string | null;
            proofs: components["schemas"]["ListedProofDto"][];
        };
        ProofMayDto: {
            withdraw: boolean;
        };
        ProofRecordDto: {
            id: string;
            /** @enum {string} */
            kind: "action-step" | "report";
            /** @description In French. */
            name: string;
            on: string;
            /** @description The action of a step. */
            parentId: string | null;
        };
        ProposeTargetDto: {
            baseline?: components["schemas"]["ContractBaselineDto"] | null;
            /** @description False: « ne pas reconduire »; the rest is then ignored. */
            renewed: boolean;
            revision: number;
            /** @description In the same mode as this year. */
            scoring?: components["schemas"]["DoneScoringDto"] | components["schemas"]["TargetScoringDto"] | components["schemas"]["TiersScoringDto"] | components["schemas"]["LinearScoringDto"];
        };
        ProvedValueDto: {
            indicatorCode: string;
            indicatorId: string;
            indicatorName: string;
            mayDetach: boolean;
            measureId: string;
            periodKey: string;
            periodLabel: string;
            /** @enum {string} */
            status: "draft" | "submitted" | "validated" | "locked";
        };
        PutInForceDto: {
            revision: number;
        };
        QualityHistoryDto: {
            definitionChangedOn: string | null;
            other: components["schemas"]["OtherSourceDto"] | null;
            previous: components["schemas"]["PastValueDto"] | null;
            values: number[];
        };
        ReceivedLineDto: {
            communityId: string;
            communityTitle: string;
            demo: boolean;
            id: string;
            kindLabel: string;
            number: string;
            organisation: string;
            periodKey: string;
            periodLabel: string;
            /** Format: date-time */
            publishedAt: string;
            /** @description The later version received, if any. */
            replacedBy: number | null;
            version: number;
        };
        ReceivedReportDto: {
            communityId: string;
            communityTitle: string;
            content: components["schemas"]["ReportContentDto"];
            differences: components["schemas"]["ReportDifferenceDto"][];
            documents: components["schemas"]["ReportDocumentDto"][];
            id: string;
            kindLabel: string;
            number: string;
            organisation: string;
            periodLabel: string;
            /** Format: date-time */
            publishedAt: string;
            sealHash: string;
            version: number;
            versions: components["schemas"]["ReceivedVersionDto"][];
        };
        ReceivedVersionDto: {
            id: string;
            version: number;
        };
        RecipientDto: {
            /** Format: date-time */
            addedAt: string;
            email: string;
            id: string;
            /** @enum {string} */
            kind: "cpam" | "other" | "ars";
            name: string;
            /** @description Names of the readers who see what is sent there. */
            readers: string[];
            revision: number;
        };
        RecipientInputDto: {
            email: string;
            /** @enum {string} */
            kind: "ars" | "cpam" | "other";
            name: string;
        };
        RecipientsPageDto: {
            /** @description Institutions of the readers of the community. */
            organisations: string[];
            recipients: components["schemas"]["RecipientDto"][];
            schedule: components["schemas"]["ReportScheduleDto"];
        };
        RecordContractDto: {
            /** @description First day of the accounting year, MM-DD. */
            accountingYearStart?: string;
            /** @description Absent: the version in force on the day of the signature. */
            agreement?: string | null;
            durationYears: number;
            /** @description First day of the membership year, MM-DD. */
            membershipYearStart?: string;
            /**
             * @description What a part of a year is counted in. Absent, as the two days below: what is there stays.
             * @enum {string}
             */
            prorataUnit?: "days" | "months";
            revision: number;
            /** Format: date */
            signedOn: string;
            /** @enum {number|null} */
            size: 1 | 2 | 3 | 4 | null;
        };
        RecordCrisisDto: {
            /**
             * Format: date
             * @description null while it lasts.
             */
            endedOn: string | null;
            /** @description One of the agreement's kinds of crisis. */
            kind: string;
            /** Format: date */
            recognisedOn: string;
            /** @description Order or letter of the ARS. */
            reference: string | null;
        };
        RecordedMeasureDto: {
            id: string;
            revision: number;
        };
        RecordEvidenceDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "action-step" | "report";
        };
        RecordMeasureDto: {
            comment?: string | null;
            denominator?: number | null;
            numerator?: number | null;
            /** @description Its parts; left out, those it had stay while its total is the same; null or empty takes them away. */
            parts?: components["schemas"]["MeasurePartInputDto"][] | null;
            /** @description 0 where there was no value. */
            revision: number;
            value?: number | null;
        };
        RecordPaymentDto: {
            cents: number;
            /**
             * Format: uuid
             * @description Made by the screen: the same request sent twice records it once.
             */
            id: string;
            note: string | null;
            parts: components["schemas"]["PaymentPartDto"][];
            /** Format: date */
            receivedOn: string;
            reference: string | null;
        };
        RecordTermsDto: {
            /** @description The version that was on screen: 0 as signed, or the number of the latest amendment. */
            amendment: number;
            revision: number;
            terms: components["schemas"]["ContractTermsDto"];
        };
        RefuseContributionsDto: {
            ids: string[];
            /** @description Shown to who sent them. */
            reason: string;
        };
        RemindDto: {
            period: string;
            /** Format: uuid */
            personId?: string | null;
        };
        RemindedDto: {
            /** @description Messages that leave. */
            planned: number;
            /** @description Written to within the last day: not again. */
            tooSoon: string[];
        };
        RemindedValueDto: {
            code: string;
            indicatorId: string;
            name: string;
            periodKey: string;
        };
        ReminderDto: {
            /** @description Null when it left by itself. */
            askedBy: string | null;
            /** Format: date-time */
            at: string;
            email: string;
            explanation: string | null;
            id: string;
            person: string;
            personId: string;
            /** @enum {string} */
            status: "sent" | "failed" | "pending" | "uncertain" | "unneeded";
            values: components["schemas"]["RemindedValueDto"][];
        };
        RemoveFromTerritoryDto: {
            communes: string[];
        };
        RenewCollectionLinkDto: {
            /** Format: date */
            expiresOn: string;
            revision: number;
            send: boolean;
        };
        ReopenMeasureDto: {
            reason: string;
            revision: number;
        };
        ReopenReviewDto: {
            reason: string;
            revision: number;
        };
        ReportContentDto: {
            actions: components["schemas"]["ReportedActionDto"][];
            communityTitle: string;
            contractYear: string | null;
            definitionChanges: components["schemas"]["DefinitionChangeDto"][];
            demo: boolean;
            frozenLabel: string;
            late: components["schemas"]["ReportedLateDto"][];
            lines: components["schemas"]["ReportedLineDto"][];
            /** @description Whether its period was locked; null for a report made before locks were kept. */
            lockSentence: string | null;
            maskNote: string;
            missions: components["schemas"]["ReportedMissionDto"][];
            summary: components["schemas"]["ReportSummaryDto"];
        };
        ReportDifferenceDto: {
            /** @enum {string} */
            about: "indicator" | "report" | "mission" | "action";
            key: string;
            text: string;
        };
        ReportDocumentDto: {
            /** @enum {string} */
            format: "json" | "pdf" | "xlsx";
            /** @description SHA-256. */
            hash: string;
            label: string;
            name: string;
            size: number;
        };
        ReportDto: {
            /** Format: date-time */
            approvedAt: string | null;
            approvedByName: string | null;
            content: components["schemas"]["ReportContentDto"] | null;
            delivered: number;
            deliveries: components["schemas"]["DeliveryDto"][];
            /** @description Null for a first version. */
            differences: components["schemas"]["ReportDifferenceDto"][] | null;
            documents: components["schemas"]["ReportDocumentDto"][];
            /** @description Why it is in failure. */
            failure: string | null;
            id: string;
            /** @enum {string} */
            kind: "quarter-indicators";
            kindLabel: string;
            number: string;
            /** @description What the person may do now. */
            offers: ("correct" | "approve" | "send" | "prepare-again" | "withdraw-approval" | "cancel")[];
            periodKey: string;
            periodLabel: string;
            /** Format: date-time */
            preparedAt: string;
            /** @description Null: prepared by itself. */
            preparedByName: string | null;
            recipients: number;
            revision: number;
            seal: components["schemas"]["ReportSealDto"] | null;
            sendTo: components["schemas"]["SendTargetDto"][];
            /** Format: date-time */
            sentAt: string | null;
            sentByName: string | null;
            /** @enum {string} */
            status: "sent" | "failed" | "cancelled" | "preparing" | "awaiting-approval" | "approved" | "sending" | "partly-sent";
            statusLabel: string;
            /** Format: date-time */
            statusSince: string;
            /** @description « 2026-T3-001 version 2 ». */
            title: string;
            uncertain: number;
            version: number;
            versions: components["schemas"]["ReportVersionDto"][];
        };
        ReportedActionDto: {
            lead: string | null;
            number: number;
            /** @enum {string} */
            status: "not-started" | "done" | "on-track" | "at-risk" | "late" | "dropped";
            statusLabel: string;
            statusSentence: string | null;
            title: string;
        };
        ReportedLateDto: {
            detail: string;
            lateDays: number;
            since: string;
            title: string;
            /** @enum {string} */
            what: "value" | "mission" | "step";
            who: string | null;
        };
        ReportedLineDto: {
            actionNumber: number | null;
            baseline: string | null;
            code: string;
            comment: string | null;
            definition: string;
            id: string;
            masked: boolean;
            missionCodes: string[];
            name: string;
            parts: string | null;
            periodKey: string;
            periodLabel: string;
            /** @enum {string} */
            progress: "reached" | "on-track" | "at-risk" | "late" | "no-target" | "no-data";
            progressLabel: string;
            /** @description One was expected; false for a report made before this was kept. */
            proofExpected: boolean;
            proofs: number;
            sentence: string;
            /** @enum {string} */
            status: "missing" | "draft" | "validated" | "none";
            target: string | null;
            value: string;
            /** @description The period of the one value behind the line; null when it was made of several months. */
            valuePeriodKey: string | null;
            /** @description What a yearly target is compared with; null when the target is that of the value. */
            yearSoFar: components["schemas"]["YearSoFarDto"] | null;
        };
        ReportedMissionDto: {
            code: string;
            indicatorCodes: string[];
            /** @enum {string} */
            kind: "core" | "optional";
            label: string;
            sentence: string;
            /** @enum {string} */
            state: "not-chosen" | "not-started" | "late-start" | "started" | "late-deploy" | "deployed";
        };
        ReportLineDto: {
            /** Format: date-time */
            approvedAt: string | null;
            approvedByName: string | null;
            delivered: number;
            /** @description Why it is in failure. */
            failure: string | null;
            id: string;
            /** @enum {string} */
            kind: "quarter-indicators";
            kindLabel: string;
            number: string;
            periodKey: string;
            periodLabel: string;
            /** Format: date-time */
            preparedAt: string;
            /** @description Null: prepared by itself. */
            preparedByName: string | null;
            recipients: number;
            /** Format: date-time */
            sentAt: string | null;
            sentByName: string | null;
            /** @enum {string} */
            status: "sent" | "failed" | "cancelled" | "preparing" | "awaiting-approval" | "approved" | "sending" | "partly-sent";
            statusLabel: string;
            /** Format: date-time */
            statusSince: string;
            /** @description « 2026-T3-001 version 2 ». */
            title: string;
            uncertain: number;
            version: number;
        };
        ReportOfProofDto: {
            id: string;
            number: string;
            /** @description It left: what it carries stays. */
            sent: boolean;
            sentOn: string | null;
            statusLabel: string;
            version: number;
        };
        ReportScheduleDto: {
            day: number;
            enabled: boolean;
            /** @description 0 until someone changes it. */
            revision: number;
        };
        ReportSealDto: {
            hash: string;
            previousHash: string | null;
            /** Format: date-time */
            sealedAt: string;
            sequence: number;
            snapshotHash: string;
        };
        ReportsPageDto: {
            automatic: components["schemas"]["AutomaticReportDto"] | null;
            periods: components["schemas"]["PreparablePeriodDto"][];
            recipients: number;
            reports: components["schemas"]["ReportLineDto"][];
        };
        ReportSummaryDto: {
            actions: number;
            actionsByStatus: components["schemas"]["ActionsByStatusDto"];
            indicators: number;
            indicatorsByState: components["schemas"]["IndicatorsByStateDto"];
            missions: number;
            missionsLate: number;
            valuesGiven: number;
            valuesMasked: number;
            valuesValidated: number;
            valuesWithProof: number;
        };
        ReportVersionDto: {
            id: string;
            status: string;
            statusLabel: string;
            version: number;
        };
        RequestPasswordResetDto: {
            /** Format: email */
            email: string;
        };
        ResetPasswordDto: {
            password: string;
            token: string;
        };
        ReturnMeasureDto: {
            remark: string;
            revision: number;
        };
        ReviewActionDto: {
            code: string;
            dueOn: string | null;
            indicators: components["schemas"]["ReviewIndicatorDto"][];
            note: string | null;
            personId: string | null;
            personName: string | null;
            /** @enum {string} */
            status: "ready" | "to-prepare" | "in-progress";
            title: string;
        };
        ReviewClosingDto: {
            /** Format: date-time */
            at: string;
            by: string;
            /** @description SHA-256 of what was frozen. */
            hash: string;
            /** @description What is stored still has this hash. */
            intact: boolean;
        };
        ReviewCommunityDto: {
            demo: boolean;
            /** @description Numbers of patients under it are masked on paper. */
            maskBelow: number;
            title: string;
        };
        ReviewContractDto: {
            agreementLabel: string;
            signedOn: string;
            termsLabel: string;
        };
        ReviewEnvelopeDto: {
            envelopeCents: number | null;
            missionCode: string;
            /** @enum {string} */
            part: "variable" | "crisis";
            proposedCents: number;
            /** @description What is wrong, in French; null when the sum is the envelope. */
            sentence: string | null;
            withoutAmount: number;
        };
        ReviewEurosDto: {
            /** @description What the rules of the contract give. */
            computedCents: number;
            lostCents: number;
            maxCents: number;
            /** @description What is paid: computed, but for the amounts agreed by hand. */
            settledCents: number;
        };
        ReviewEventDto: {
            /** @enum {string} */
            act: "reopened" | "closed";
            /** Format: date-time */
            at: string;
            by: string | null;
            hash: string | null;
            id: string;
            /**
             * @description What became of the next contract year: opened, with terms already, or beyond the contract.
             * @enum {string|null}
             */
            nextYear: "last" | "opened" | "already" | null;
            reason: string | null;
        };
        ReviewIndicatorDto: {
            /** @description Agreed by hand; null: what is computed. */
            agreedCents: number | null;
            arsRemark: string | null;
            baseline: components["schemas"]["ContractBaselineDto"] | null;
            /** @description The contract's own words. */
            clause: string | null;
            code: string;
            comment: string | null;
            computedCents: number;
            /** @enum {string|null} */
            conclusion: "reached" | "partly" | "not-reached" | null;
            /** @description How the conclusion and the euros contradict each other, in French. */
            contradiction: string | null;
            /** @description The result is a number of patients. */
            countsPatients: boolean;
            /** @enum {string|null} */
            direction: "up" | "down" | null;
            evidenceExpected: string[];
            /** @description It is computed from a number of patients that is masked; absent otherwise. */
            fromSmall?: boolean;
            fundRemark: string | null;
            /** @enum {string} */
            kind: "done" | "count" | "rate";
            link: components["schemas"]["ReviewLinkDto"] | null;
            /** @description The most it pays this year, in cents; null when nothing is computed on it. */
            maxCents: number | null;
            /** @description Why nothing is computed, in French. */
            notComputed: string | null;
            onlyIfCrisis: boolean;
            proofs: components["schemas"]["ReviewProofDto"][];
            proposal: components["schemas"]["ReviewProposalDto"];
            proposalFault: string | null;
            proposalWarning: string | null;
            /** @description Somebody proposed it; otherwise it is renewed as it is. */
            proposed: boolean;
            /** @description How the value meets the rule, in French. */
            reading: string;
            result: components["schemas"]["ContractStandingDto"];
            scoring: components["schemas"]["DoneScoringDto"] | components["schemas"]["TargetScoringDto"] | components["schemas"]["TiersScoringDto"] | components["schemas"]["LinearScoringDto"];
            /** @description What is paid: agreed, else computed. */
            settledCents: number;
            /** @enum {string} */
            source: "cpam" | "cpts";
            tier: string | null;
            title: string;
        };
        ReviewLackDto: {
            indicatorCode: string;
            missionCode: string;
            /** @description In French. */
            sentence: string;
        };
        ReviewLinkDto: {
            indicatorId: string;
            indicatorName: string;
            periodKey: string | null;
        };
        ReviewMayDto: {
            write: boolean;
        };
        ReviewMissionDto: {
            actions: components["schemas"]["ReviewActionDto"][];
            code: string;
            /** @description What the rules of the contract give. */
            computedCents: number;
            envelopes: components["schemas"]["ReviewEnvelopeDto"][];
            fixedCents: number | null;
            /** @enum {string} */
            kind: "core" | "optional";
            label: string;
            lostCents: number;
            maxCents: number;
            /** @description What is paid: computed, but for the amounts agreed by hand. */
            settledCents: number;
            shortLabel: string;
            variableCents: number | null;
        };
        ReviewProofDto: {
            /** @description SHA-256 of its content. */
            hash: string;
            name: string;
        };
        ReviewProposalDto: {
            /** @description New initial value; absent when it is not renewed. */
            baseline?: components["schemas"]["ContractBaselineDto"] | null;
            renewed: boolean;
            /** @description Absent when it is not renewed. */
            scoring?: components["schemas"]["DoneScoringDto"] | components["schemas"]["TargetScoringDto"] | components["schemas"]["TiersScoringDto"] | components["schemas"]["LinearScoringDto"];
        };
        ReviewRevisionsDto: {
            lines: {
                [key: string]: number;
            };
            preparations: {
                [key: string]: number;
            };
            proposals: {
                [key: string]: number;
            };
        };
        ReviewRoomDto: {
            /** @description First day it may be closed. */
            closableFrom: string | null;
            closing: components["schemas"]["ReviewClosingDto"] | null;
            events: components["schemas"]["ReviewEventDto"][];
            /** @description Of what an open room shows; closing wants it back. */
            fingerprint: string | null;
            lacks: components["schemas"]["ReviewLackDto"][];
            may: components["schemas"]["ReviewMayDto"];
            nextYear: number | null;
            nextYearHasTerms: boolean;
            revision: number;
            revisions: components["schemas"]["ReviewRevisionsDto"];
            /** @description Once closed, exactly what was frozen; null without terms for the year. */
            sheet: components["schemas"]["ReviewSheetDto"] | null;
            /** @enum {string} */
            status: "open" | "reopened" | "closed";
            today: string;
            /** @description Year shown; null without a contract. */
            year: number | null;
            years: components["schemas"]["ReviewYearDto"][];
        };
        ReviewSheetDto: {
            community: components["schemas"]["ReviewCommunityDto"];
            contract: components["schemas"]["ReviewContractDto"];
            crisisRecognised: boolean;
            end: string;
            euros: components["schemas"]["ReviewEurosDto"];
            /** @description Fixed parts of the missions, without *fonctionnement*. */
            fixedCents: number;
            /** @enum {string} */
            format: "review/1";
            missions: components["schemas"]["ReviewMissionDto"][];
            /** @description False for the last year, or when the next one already has its terms. */
            opensNextYear: boolean;
            operatingCents: number | null;
            start: string;
            year: number;
        };
        ReviewYearDto: {
            end: string;
            hasTerms: boolean;
            number: number;
            start: string;
            /** @enum {string} */
            status: "open" | "reopened" | "closed";
        };
        RevokeCollectionLinkDto: {
            revision: number;
        };
        SaveScenarioDto: {
            /**
             * Format: uuid
             * @description Made by the screen: the same request sent twice keeps it once.
             */
            id: string;
            name: string;
            /** @description Only the values that differ from what stands today. */
            values: components["schemas"]["ScenarioValueDto"][];
            year: number;
        };
        ScenarioDto: {
            id: string;
            name: string;
            revision: number;
            /** @description Who saved it last; null when they are gone. */
            savedBy: string | null;
            /** Format: date-time */
            updatedAt: string;
            values: components["schemas"]["ScenarioValueDto"][];
            year: number;
        };
        ScenarioValueDto: {
            code: string;
            value: number;
        };
        ScoredActionDto: {
            /** @description Can still be earned: no value yet, a value to validate, or a better one before the end of the year. */
            atStakeCents: number;
            code: string;
            /** @description From values validated for the year; once the review is closed, what it agreed. */
            earnedCents: number;
            indicators: components["schemas"]["ScoredIndicatorDto"][];
            /** @description Can no longer be earned. */
            lostCents: number;
            maxCents: number;
            title: string;
        };
        ScoredIndicatorDto: {
            /** @description Can still be earned: no value yet, a value to validate, or a better one before the end of the year. */
            atStakeCents: number;
            code: string;
            /** @description False: a weight is missing or the part does not count, and every amount is 0. */
            computed: boolean;
            /** @description From values validated for the year; once the review is closed, what it agreed. */
            earnedCents: number;
            explanation: components["schemas"]["MoneyExplanationDto"];
            /** @description Can no longer be earned. */
            lostCents: number;
            maxCents: number;
            /** @description Why not, in French. */
            notComputed: string | null;
            onlyIfCrisis: boolean;
            standing: components["schemas"]["ContractStandingDto"];
            /** @description Label of the tier reached. */
            tier: string | null;
            title: string;
        };
        ScoredMissionDto: {
            actions: components["schemas"]["ScoredActionDto"][];
            /** @description Can still be earned: no value yet, a value to validate, or a better one before the end of the year. */
            atStakeCents: number;
            code: string;
            /** @description From values validated for the year; once the review is closed, what it agreed. */
            earnedCents: number;
            /** @description Fixed part of the year; null when unknown or unconfirmed. */
            fixedCents: number | null;
            /** @enum {string} */
            kind: "core" | "optional";
            label: string;
            /** @description Can no longer be earned. */
            lostCents: number;
            maxCents: number;
            shortLabel: string;
            /** @description Variable envelope as signed; null when unknown or unconfirmed. */
            variableCents: number | null;
        };
        SeenMeasureDto: {
            /** Format: uuid */
            id: string;
            revision: number;
        };
        SeenReportDto: {
            revision: number;
        };
        SendReportDto: {
            /** @description Sendings « peut-être envoyé » for which a double is accepted. */
            acceptDouble?: string[];
            revision: number;
        };
        SendTargetDto: {
            deliveryId: string | null;
            email: string;
            kindLabel: string;
            name: string;
            /** @enum {string} */
            state: "uncertain" | "first" | "again";
        };
        SentContributionDto: {
            comment: string | null;
            denominator: number | null;
            files: components["schemas"]["SentFileDto"][];
            id: string;
            numerator: number | null;
            /** @description Why it was refused. */
            reason: string | null;
            /** Format: date-time */
            receivedAt: string;
            value: number;
        };
        SentFileDto: {
            id: string;
            name: string;
            /** @description Bytes. */
            size: number;
        };
        SeriesPointDto: {
            comment: string | null;
            denominator: number | null;
            label: string;
            numerator: number | null;
            periodKey: string;
            /** @enum {string|null} */
            status: "draft" | "submitted" | "validated" | "locked" | null;
            target: number | null;
            value: number | null;
        };
        ServedActionDto: {
            id: string;
            number: number;
            title: string;
        };
        ServedMissionDto: {
            /** @description Core, or optional and chosen. */
            chosen: boolean;
            code: string;
            /** @enum {string} */
            kind: "core" | "optional";
            label: string;
            shortLabel: string;
        };
        SessionDto: {
            communities: components["schemas"]["CommunityChoiceDto"][];
            /** @description Null until a community is chosen. */
            community: components["schemas"]["CommunityChoiceDto"] | null;
            person: components["schemas"]["SignedPersonDto"];
            rights: ("access.manage" | "people.read" | "community.read" | "community.write" | "audit.read" | "contract.read" | "contract.write" | "project.read" | "project.write" | "project.track" | "indicators.read" | "indicators.write" | "measures.write" | "measures.validate" | "measures.lock" | "money.read" | "money.write" | "scenarios.write" | "review.read" | "review.write" | "steering.read" | "reports.read" | "reports.prepare" | "reports.approve" | "reports.send" | "publications.read" | "platform.operate")[];
            /** @enum {string|null} */
            role: "coordinator" | "president" | "treasurer" | "board" | "lead" | "member" | "reader" | "operator" | null;
        };
        SetTargetsDto: {
            revision: number;
            targets: components["schemas"]["TargetInputDto"][];
        };
        SettingsDto: {
            demo: boolean;
            id: string;
            label: string;
            logoFileId: string | null;
            maskBelow: number;
            name: string;
            revision: number;
            timeZone: string;
            /** @description « CPTS du Giennois-Berry ». */
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SettleComputedDto: {
            /**
             * @description `keep`: the value that stands; `replace`: the figure of the formula, a validated value being opened again.
             * @enum {string}
             */
            choice: "keep" | "replace";
            reason: string;
            revision: number;
        };
        SetupDto: {
            complete: boolean;
            done: number;
            steps: components["schemas"]["SetupStepDto"][];
        };
        SetupStepDto: {
            /** @enum {string} */
            code: "contract" | "project" | "indicators" | "territory" | "recipients" | "first-value";
            done: boolean;
            link: components["schemas"]["SteeringLinkDto"];
        };
        SignedAmountDto: {
            /** @description null: not known. */
            cents: number | null;
            confirmed: boolean;
        };
        SignedPersonDto: {
            email: string;
            familyName: string;
            givenName: string;
            id: string;
        };
        SignInDto: {
            /** Format: email */
            email: string;
            password: string;
        };
        SizeCheckDto: {
            communes: number;
            onBoundary: boolean;
            population: number;
            /** @description Size the population would give. */
            suggested: number | null;
            vintage: number;
            /** @description Sentence when the contract says another size. */
            warning: string | null;
        };
        StandingDto: {
            comment: string | null;
            /** @description What the target is compared with: the value, or the sum of the year so far. */
            compared: number | null;
            denominator: number | null;
            numerator: number | null;
            period: components["schemas"]["PeriodDto"];
            progress: components["schemas"]["ProgressDto"];
            /** @description In French. */
            sentence: string;
            series: components["schemas"]["SeriesPointDto"][];
            /** @enum {string|null} */
            status: "draft" | "submitted" | "validated" | "locked" | null;
            target: number | null;
            targetSetFor: string | null;
            value: number | null;
        };
        StateAbsenceDto: {
            reason: string;
            /** @description 0 where nothing was answered. */
            revision: number;
        };
        StatedAbsenceDto: {
            revision: number;
        };
        StatusChangeDto: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            fromStatus: "not-started" | "done" | "on-track" | "at-risk" | "late" | "dropped";
            id: string;
            sentence: string | null;
            /** @enum {string} */
            status: "not-started" | "done" | "on-track" | "at-risk" | "late" | "dropped";
            /** @description Who, by name; null when it was the product. */
            who: string | null;
        };
        SteeredEurosDto: {
            atStakeCents: number;
            earnedCents: number;
            lostCents: number;
            maxCents: number;
        };
        SteeredIndicatorDto: {
            actionId: string | null;
            baseline: components["schemas"]["CardBaselineDto"] | null;
            code: string;
            decimals: number;
            /** @enum {string} */
            direction: "up" | "down";
            id: string;
            /** @enum {string} */
            kind: "count" | "ratio" | "yes-no" | "sum" | "average" | "deliverable";
            missions: string[];
            name: string;
            /** @description The value shown has not the proof it should have. */
            proofMissing: boolean;
            responsible: string | null;
            /** @description null: no period has ended since it is tracked. */
            standing: components["schemas"]["StandingDto"] | null;
            unit: string | null;
        };
        SteeringLinkDto: {
            id: string | null;
            periodKey: string | null;
            /** @enum {string} */
            to: "indicator" | "contract" | "report" | "mission" | "action" | "project" | "indicators" | "territory" | "recipients" | "review" | "contributions";
        };
        StepInputDto: {
            /** Format: date */
            doneOn: string | null;
            /** Format: date */
            dueOn: string | null;
            /** Format: uuid */
            id: string | null;
            title: string;
        };
        SubmitMeasureDto: {
            revision: number;
        };
        TargetDto: {
            periodKey: string;
            /** @description Why that much. */
            rationale: string | null;
            value: number;
        };
        TargetInputDto: {
            periodKey: string;
            rationale?: string | null;
            value: number;
        };
        TargetScoringDto: {
            cents: number | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            mode: "target";
            threshold: number;
        };
        TermsContractDto: {
            agreement: string;
            agreementLabel: string;
            durationYears: number;
            endsOn: string;
            revision: number;
            signedOn: string;
            size: number | null;
        };
        TermsDifferenceDto: {
            after: string | null;
            before: string | null;
            /** @description In French. */
            field: string;
            indicatorCode: string | null;
            /** @description Title of the action or of the indicator. */
            item: string | null;
            mission: string | null;
            missionCode: string | null;
            /** @description « Contrat tel que signé », « Avenant n° 2 »…; null when no version of terms is concerned. */
            version: string | null;
            /** @description Contract year; null: the contract itself, its missions, its settings or its crises. */
            year: number | null;
        };
        TermsMayDto: {
            /** @description Add an amendment to the year shown. */
            amend: boolean;
            crises: boolean;
            import: boolean;
            /** @description Correct the version shown, or record the first one. */
            write: boolean;
        };
        TermsPageDto: {
            /** @description null: the contract itself is not recorded yet. */
            contract: components["schemas"]["TermsContractDto"] | null;
            crises: components["schemas"]["CrisisDto"][];
            crisisKinds: components["schemas"]["CrisisKindDto"][];
            /** @description What this person may do here. */
            may: components["schemas"]["TermsMayDto"];
            missions: components["schemas"]["AgreementMissionDto"][];
            /** @description Sentence when the population contradicts the size. */
            sizeWarning: string | null;
            /** @description What to begin from in a year without terms: the year before, or the agreement; null when the year has terms. */
            startingPoint: components["schemas"]["ContractTermsDto"] | null;
            /** @description Where the starting point comes from, in French; null when there is none. */
            startingPointFrom: string | null;
            suggestions: components["schemas"]["AmountSuggestionDto"][];
            /** @description Its content; null when the year has no terms yet. */
            terms: components["schemas"]["ContractTermsDto"] | null;
            today: string;
            /** @description The version shown; null when the year has no terms yet. */
            version: components["schemas"]["TermsVersionDto"] | null;
            /** @description Every version of the year, oldest first. */
            versions: components["schemas"]["TermsVersionDto"][];
            warnings: components["schemas"]["TermsWarningDto"][];
            /** @description The year shown; null without a contract. */
            year: components["schemas"]["TermsYearDto"] | null;
            years: components["schemas"]["TermsYearDto"][];
        };
        TermsVersionDto: {
            /** @description 0 as signed. */
            amendment: number;
            /** @description The one that counts for the year. */
            current: boolean;
            effectiveOn: string;
            /** @description sha256 of its content. */
            hash: string;
            label: string;
            revision: number;
            /** Format: date-time */
            updatedAt: string;
            /** @description Name of who recorded it; null when unknown. */
            updatedBy: string | null;
        };
        TermsWarningDto: {
            /** @enum {string} */
            code: "unconfirmed" | "core-missing" | "weight-missing" | "weights-differ" | "no-indicator" | "amount-missing" | "mission-later";
            /** @description `missions[0].variable.cents` */
            path: string;
            /** @description In French. */
            sentence: string;
        };
        TermsYearDto: {
            /** @description Number of its latest amendment; 0 as signed, null without terms. */
            amendment: number | null;
            /** @description Its review is closed: its terms no longer change. */
            closed: boolean;
            end: string;
            hasTerms: boolean;
            number: number;
            start: string;
            /** @enum {string} */
            state: "past" | "current" | "upcoming";
        };
        TerritoryDto: {
            communes: components["schemas"]["CommuneDto"][];
            departments: string[];
            population: components["schemas"]["TerritoryPopulationDto"];
            vintage: number;
        };
        TerritoryPopulationDto: {
            communes: number;
            total: number;
            /** @description Names of the communes without a published population. */
            unknown: string[];
        };
        TierDto: {
            cents: number | null;
            label: string;
            threshold: number;
        };
        TiersScoringDto: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            mode: "tiers";
            tiers: components["schemas"]["TierDto"][];
        };
        TotalsDto: {
            actions: number;
            actionsByStatus: components["schemas"]["ActionsByStatusDto"];
            actionsWithLateSteps: number;
            indicators: number;
            indicatorsByState: components["schemas"]["IndicatorsByStateDto"];
        };
        UnlockPeriodDto: {
            reason: string;
        };
        ValidateMeasuresDto: {
            measures: components["schemas"]["SeenMeasureDto"][];
        };
        ValidateWaitingDto: {
            /** @description The instant of the count: what changed since is left. */
            asOf: string;
            period?: string;
            /** @description Held by the indicator, its action or its people. */
            words?: string;
        };
        ValidationSettingsDto: {
            /** @enum {string} */
            by: "coordinator" | "board";
            /** @description 0 while nothing was set. */
            revision: number;
            /** @enum {number} */
            steps: 2 | 1;
            /** @description A value that is saved is sent to those who validate. */
            submitOnSave: boolean;
        };
        ValueImportDto: {
            busy: boolean;
            by: string | null;
            columns: components["schemas"]["ImportColumnDto"][];
            comment: string | null;
            /** Format: date-time */
            confirmedAt: string | null;
            counts: components["schemas"]["ImportCountsDto"] | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Why it was refused, stopped, or must be looked at again. */
            failure: string | null;
            fileName: string;
            /** @description Bytes. */
            fileSize: number;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            indicators: components["schemas"]["ImportIndicatorDto"][];
            /** @description The first of them; the others are counted. */
            issues: components["schemas"]["ImportIssueDto"][];
            mappingFaults: string[];
            revision: number;
            run: components["schemas"]["ImportRunDto"] | null;
            /** @enum {string} */
            status: "done" | "failed" | "refused" | "cancelled" | "analysing" | "to-map" | "ready" | "writing";
            statusLabel: string;
            uses: string[];
        };
        VerificationDto: {
            documents: number;
            faults: components["schemas"]["VerificationFaultDto"][];
            head: string | null;
            reports: number;
            seals: number;
        };
        VerificationFaultDto: {
            reportId: string | null;
            sentence: string;
            subject: string;
        };
        VersionAmountDto: {
            /** @description What is supposed, to be confirmed on the signed contract. */
            candidateCents: number | null;
            /** @description The rule; null when nobody published it. */
            cents: number | null;
            note: string | null;
            /** @enum {number} */
            size: 2 | 1 | 3 | 4;
            /** @description Keys of sources. */
            sources: string[];
            /** @enum {string} */
            status: "published" | "derived" | "unconfirmed" | "draft" | "gap";
        };
        VersionAmountLineDto: {
            code: string;
            figures: components["schemas"]["VersionAmountDto"][];
            label: string;
            missionCode: string | null;
            /** @enum {string} */
            part: "operating" | "fixed" | "fixed-first-year" | "variable" | "variable-if-crisis" | "supplement" | "one-off" | "control";
        };
        VersionCrisisKindDto: {
            code: string;
            label: string;
        };
        VersionDifferenceDto: {
            actionId?: string;
            axisId?: string;
            axisTitle?: string;
            changes?: components["schemas"]["VersionFieldChangeDto"][];
            fromAxis?: string;
            /** @enum {string} */
            kind: "axis-added" | "axis-removed" | "axes-reordered" | "axis-changed" | "action-added" | "action-removed" | "action-moved" | "action-changed" | "actions-reordered";
            missionsAdded?: string[];
            missionsRemoved?: string[];
            number?: number;
            title: string;
            toAxis?: string;
        };
        VersionDifferencesDto: {
            differences: components["schemas"]["VersionDifferenceDto"][];
            from: components["schemas"]["ProjectVersionDto"] | null;
            missions: components["schemas"]["ServedMissionDto"][];
            to: components["schemas"]["ProjectVersionDto"] | null;
        };
        VersionFieldChangeDto: {
            after: string | null;
            before: string | null;
            /** @enum {string} */
            field: "title" | "why" | "objective" | "audience";
        };
        VersionMissionDto: {
            code: string;
            deployWithinMonths: components["schemas"]["VersionMonthsDto"] | null;
            introducedOn: string;
            /** @enum {string} */
            kind: "core" | "optional";
            label: string;
            parts: components["schemas"]["MissionPartDto"][];
            shortLabel: string;
            startWithinMonths: components["schemas"]["VersionMonthsDto"] | null;
            summary: string;
        };
        VersionMonthsDto: {
            /** @description Key of a source. */
            source: string;
            /** @enum {string} */
            status: "published" | "derived" | "unconfirmed" | "draft";
            value: number;
        };
        VersionSizeDto: {
            maxPopulationExclusive: number | null;
            minPopulation: number;
            /** @enum {number} */
            size: 2 | 1 | 3 | 4;
            source: string;
            /** @enum {string} */
            status: "published" | "derived" | "unconfirmed" | "draft";
        };
        VersionSourceDto: {
            key: string;
            url: string | null;
            what: string;
        };
        VersionStructureDto: {
            label: string;
            name: string;
        };
        WaitingAdvancedDto: {
            advanced: number;
            more: number;
        };
        WaitingContributionDto: {
            /** @description Why there is no value today, where that was answered: accepting takes its place. */
            absence: string | null;
            comment: string | null;
            current: components["schemas"]["CurrentValueDto"] | null;
            denominator: number | null;
            files: components["schemas"]["ContributionFileDto"][];
            id: string;
            indicator: components["schemas"]["AnsweredIndicatorDto"];
            linkId: string;
            /** @description The lock that prevents it. */
            lock: string | null;
            numerator: number | null;
            periodKey: string;
            periodLabel: string;
            reason: string | null;
            /** Format: date-time */
            receivedAt: string;
            recipient: string;
            /** Format: date-time */
            settledAt: string | null;
            settledBy: string | null;
            /** @enum {string} */
            status: "received" | "accepted" | "refused" | "replaced";
            /** @description The value, in French. */
            text: string;
            value: number;
            /** @description What is unusual in it: it is accepted with a comment. */
            warnings: string[];
        };
        WaitingCountDto: {
            advance: number;
            /**
             * Format: date-time
             * @description To be said back with the act.
             */
            asOf: string;
            /** @description In a locked period: they stay. */
            locked: number;
            /** @description To be delivered, without proof: they stay. */
            proofless: number;
        };
        WaitingPageDto: {
            /** @description Values that wait too, after those. */
            beyond: number;
            settings: components["schemas"]["ValidationSettingsDto"];
            values: components["schemas"]["WaitingValueDto"][];
        };
        WaitingValueDto: {
            action: string | null;
            code: string;
            comment: string | null;
            evidenceExpected: string | null;
            givenBy: string | null;
            id: string;
            indicatorId: string;
            missions: string[];
            moves: ("submit" | "check" | "validate" | "send-back" | "reopen" | "delete")[];
            name: string;
            /** @enum {string} */
            origin: "link" | "typed" | "import" | "computed";
            periodKey: string;
            periodLabel: string;
            proofs: number;
            remark: string | null;
            responsible: string | null;
            revision: number;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            stage: "draft" | "submitted" | "validated" | "locked" | "checked";
            /** @description In French. */
            value: string;
            /**
             * @description Who is waited for; null for a draft.
             * @enum {string|null}
             */
            waitsFor: "coordinator" | "board" | null;
        };
        WrittenLockDto: {
            id: string;
        };
        YearClockDto: {
            dayNumber: number;
            days: number;
            end: string;
            /** @enum {string} */
            kind: "contract" | "civil" | "accounting" | "membership";
            /** @description Number of the contract year. */
            number: number | null;
            start: string;
        };
        YearEurosDto: {
            /** @description Can still be earned: no value yet, a value to validate, or a better one before the end of the year. */
            atStakeCents: number;
            checks: components["schemas"]["MoneyCheckDto"][];
            crisis: components["schemas"]["CrisisEurosDto"];
            /** @description From values validated for the year; once the review is closed, what it agreed. */
            earnedCents: number;
            end: string;
            /** @description Sum of the fixed parts known and confirmed. */
            fixedCents: number;
            /** @description Can no longer be earned. */
            lostCents: number;
            maxCents: number;
            missions: components["schemas"]["ScoredMissionDto"][];
            /** @description *Fonctionnement*; null when unknown or unconfirmed. */
            operatingCents: number | null;
            /**
             * @description `over`: the year is past and its review is open; `closed`: the review is closed.
             * @enum {string}
             */
            phase: "upcoming" | "running" | "over" | "closed";
            start: string;
            year: number;
        };
        YearSoFarDto: {
            text: string;
            /** @description « année 3 ». */
            year: string;
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
    "access.access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "access.invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "access.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "access.sendAgain": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "access.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "access.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMemberDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "account.rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "account.password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "account.sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySessionDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "account.everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "account.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "calendarFeed.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                feedFile: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collection.page": {
        parameters: {
            query?: {
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collectionDoor.view": {
        parameters: {
            query?: never;
            header: {
                "x-collection-link": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collectionDoor.contribute": {
        parameters: {
            query?: never;
            header: {
                "x-collection-link": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContributeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributedDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collectionDoor.addFile": {
        parameters: {
            query: {
                contribution: string;
            };
            header: {
                "x-collection-link": string;
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributedDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collectionLinks.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionLinksDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collectionLinks.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCollectionLinkDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeCollectionLinkDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collectionLinks.card": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collectionLinkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionLinkCardDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collectionLinks.renew": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collectionLinkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewCollectionLinkDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeCollectionLinkDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collectionLinks.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collectionLinkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeCollectionLinkDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collection.log": {
        parameters: {
            query: {
                period: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collection.remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemindedDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collection.readSettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionSettingsDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collection.changeSettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionSettingsDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "territory.search": {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommuneSearchDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "community.settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "community.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSettingsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "logo.picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "logo.replace": {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "logo.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "territory.territory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "territory.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddToTerritoryDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "territory.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveFromTerritoryDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "contract.contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "contract.record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordContractDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "agreement.agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementsDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "crisis.record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordCrisisDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrisesDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "crisis.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                crisisId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCrisisDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrisesDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "crisis.remove": {
        parameters: {
            query: {
                revision: number;
            };
            header?: never;
            path: {
                crisisId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrisesDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "contract.currentYear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractYearDto"] | null;
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "import.export": {
        parameters: {
            query?: {
                /** @description Absent: the year that runs, else the latest with terms. */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Not read. */
                        $schema?: string;
                        /** @description A comment; not read. */
                        about?: string;
                        /** @description Code of the agreement version, such as `aci-cpts/avenant-2`. */
                        agreement: string;
                        /** @description Version of the terms; absent: the contract as signed. */
                        amendment?: {
                            /**
                             * Format: date
                             * @description A day of the year; needed for an amendment. Absent for 0: the first day of the year.
                             */
                            effectiveOn?: string;
                            /** @description Absent: « Contrat tel que signé », « Avenant n° 2 ». */
                            label?: string;
                            /** @description 0: as signed. */
                            number: number;
                        };
                        /** @description The year that `operating` and `missions` are of. */
                        contractYear: number;
                        /** @description Crises recognised by the ARS; absent: left as they are. None is ever removed by an import. */
                        crises?: {
                            /**
                             * Format: date
                             * @description Absent: it lasts.
                             */
                            endedOn?: string;
                            /** @description A kind of crisis of the agreement version. */
                            kind: string;
                            /** Format: date */
                            recognisedOn: string;
                            /** @description Order or letter that recognises it. */
                            reference?: string;
                        }[];
                        /** @description Absent: that of the agreement. */
                        durationYears?: number;
                        /** @description Versions of the same year that a later amendment replaced; absent: none. */
                        earlierVersions?: {
                            /** @description Version of the terms; absent: the contract as signed. */
                            amendment?: {
                                /**
                                 * Format: date
                                 * @description A day of the year; needed for an amendment. Absent for 0: the first day of the year.
                                 */
                                effectiveOn?: string;
                                /** @description Absent: « Contrat tel que signé », « Avenant n° 2 ». */
                                label?: string;
                                /** @description 0: as signed. */
                                number: number;
                            };
                            missions: {
                                /** @description Absent: none. */
                                actions?: {
                                    code: string;
                                    /** @description Absent: none. */
                                    indicators?: {
                                        /** @description Initial value; needed for `linear`. */
                                        baseline?: number | null;
                                        /**
                                         * Format: date
                                         * @description Day of the initial value.
                                         */
                                        baselineOn?: string;
                                        /** @description The contract’s own words. */
                                        clause?: string;
                                        /** @description Stays the same from year to year; once in a year. */
                                        code: string;
                                        /**
                                         * @description Needed but for `done`.
                                         * @enum {string|null}
                                         */
                                        direction?: "up" | "down" | null;
                                        /** @description Proofs expected; absent: none. */
                                        evidence?: string[];
                                        /** @enum {string} */
                                        kind: "count" | "rate" | "done";
                                        /** @description Absent: the best the scoring pays. */
                                        maxCents?: number | null;
                                        note?: string;
                                        /** @description Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not. */
                                        onlyIfCrisis?: boolean;
                                        /** @description done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline. */
                                        scoring: {
                                            /** @description Cents. Absent or null: not known, nothing is computed from it. Not for `tiers`. */
                                            cents?: number | null;
                                            /** @enum {string} */
                                            mode: "done" | "target" | "tiers" | "linear";
                                            /** @description `target` and `linear` only. */
                                            threshold?: number;
                                            /** @description `tiers` only, from the easiest to the hardest. */
                                            tiers?: {
                                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                                cents?: number | null;
                                                label: string;
                                                threshold: number;
                                            }[];
                                        };
                                        /** @enum {string} */
                                        source: "cpam" | "cpts";
                                        title: string;
                                    }[];
                                    title: string;
                                }[];
                                /** @description A mission of the agreement version. */
                                code: string;
                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                fixedCents?: number | null;
                                /**
                                 * @description Absent: that of the agreement.
                                 * @enum {string}
                                 */
                                kind?: "core" | "optional";
                                /** @description Amounts not yet read on the signed contract: they enter no computed euro. Absent: none. */
                                toConfirm?: ("fixedCents" | "variableCents" | "variableIfCrisisCents")[];
                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                variableCents?: number | null;
                                /** @description Paid only when the ARS recognises a crisis. Absent: no such part; null: not known. */
                                variableIfCrisisCents?: number | null;
                            }[];
                            /** @description Fonctionnement, a year. */
                            operating?: {
                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                cents?: number | null;
                                /** @description Absent: false. */
                                toConfirm?: boolean;
                            };
                        }[];
                        /** @enum {string} */
                        format: "contract/1";
                        missions: {
                            /** @description Absent: none. */
                            actions?: {
                                code: string;
                                /** @description Absent: none. */
                                indicators?: {
                                    /** @description Initial value; needed for `linear`. */
                                    baseline?: number | null;
                                    /**
                                     * Format: date
                                     * @description Day of the initial value.
                                     */
                                    baselineOn?: string;
                                    /** @description The contract’s own words. */
                                    clause?: string;
                                    /** @description Stays the same from year to year; once in a year. */
                                    code: string;
                                    /**
                                     * @description Needed but for `done`.
                                     * @enum {string|null}
                                     */
                                    direction?: "up" | "down" | null;
                                    /** @description Proofs expected; absent: none. */
                                    evidence?: string[];
                                    /** @enum {string} */
                                    kind: "count" | "rate" | "done";
                                    /** @description Absent: the best the scoring pays. */
                                    maxCents?: number | null;
                                    note?: string;
                                    /** @description Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not. */
                                    onlyIfCrisis?: boolean;
                                    /** @description done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline. */
                                    scoring: {
                                        /** @description Cents. Absent or null: not known, nothing is computed from it. Not for `tiers`. */
                                        cents?: number | null;
                                        /** @enum {string} */
                                        mode: "done" | "target" | "tiers" | "linear";
                                        /** @description `target` and `linear` only. */
                                        threshold?: number;
                                        /** @description `tiers` only, from the easiest to the hardest. */
                                        tiers?: {
                                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                            cents?: number | null;
                                            label: string;
                                            threshold: number;
                                        }[];
                                    };
                                    /** @enum {string} */
                                    source: "cpam" | "cpts";
                                    title: string;
                                }[];
                                title: string;
                            }[];
                            /** @description A mission of the agreement version. */
                            code: string;
                            /**
                             * Format: date
                             * @description Day the mission was deployed; absent: left as it is.
                             */
                            deployedOn?: string;
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            fixedCents?: number | null;
                            /**
                             * @description Absent: that of the agreement.
                             * @enum {string}
                             */
                            kind?: "core" | "optional";
                            /**
                             * Format: date
                             * @description Day the mission started; absent: left as it is.
                             */
                            startedOn?: string;
                            /** @description Amounts not yet read on the signed contract: they enter no computed euro. Absent: none. */
                            toConfirm?: ("fixedCents" | "variableCents" | "variableIfCrisisCents")[];
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            variableCents?: number | null;
                            /** @description Paid only when the ARS recognises a crisis. Absent: no such part; null: not known. */
                            variableIfCrisisCents?: number | null;
                        }[];
                        /** @description Fonctionnement, a year. */
                        operating?: {
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            cents?: number | null;
                            /** @description Absent: false. */
                            toConfirm?: boolean;
                        };
                        /** @description Who exported the file; not read. */
                        organisation?: {
                            name?: string;
                            structureLabel?: string;
                        };
                        /** @description Missions followed that this year’s terms do not hold; absent: none. */
                        otherMissions?: {
                            /** @description A mission of the agreement version. */
                            code: string;
                            /**
                             * Format: date
                             * @description Day the mission was deployed; absent: left as it is.
                             */
                            deployedOn?: string;
                            /**
                             * Format: date
                             * @description Day the mission started; absent: left as it is.
                             */
                            startedOn?: string;
                        }[];
                        /** @description Terms of the other contract years; absent: left as they are. */
                        otherYears?: {
                            /** @description Version of the terms; absent: the contract as signed. */
                            amendment?: {
                                /**
                                 * Format: date
                                 * @description A day of the year; needed for an amendment. Absent for 0: the first day of the year.
                                 */
                                effectiveOn?: string;
                                /** @description Absent: « Contrat tel que signé », « Avenant n° 2 ». */
                                label?: string;
                                /** @description 0: as signed. */
                                number: number;
                            };
                            contractYear: number;
                            /** @description Versions of the same year that a later amendment replaced; absent: none. */
                            earlierVersions?: {
                                /** @description Version of the terms; absent: the contract as signed. */
                                amendment?: {
                                    /**
                                     * Format: date
                                     * @description A day of the year; needed for an amendment. Absent for 0: the first day of the year.
                                     */
                                    effectiveOn?: string;
                                    /** @description Absent: « Contrat tel que signé », « Avenant n° 2 ». */
                                    label?: string;
                                    /** @description 0: as signed. */
                                    number: number;
                                };
                                missions: {
                                    /** @description Absent: none. */
                                    actions?: {
                                        code: string;
                                        /** @description Absent: none. */
                                        indicators?: {
                                            /** @description Initial value; needed for `linear`. */
                                            baseline?: number | null;
                                            /**
                                             * Format: date
                                             * @description Day of the initial value.
                                             */
                                            baselineOn?: string;
                                            /** @description The contract’s own words. */
                                            clause?: string;
                                            /** @description Stays the same from year to year; once in a year. */
                                            code: string;
                                            /**
                                             * @description Needed but for `done`.
                                             * @enum {string|null}
                                             */
                                            direction?: "up" | "down" | null;
                                            /** @description Proofs expected; absent: none. */
                                            evidence?: string[];
                                            /** @enum {string} */
                                            kind: "count" | "rate" | "done";
                                            /** @description Absent: the best the scoring pays. */
                                            maxCents?: number | null;
                                            note?: string;
                                            /** @description Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not. */
                                            onlyIfCrisis?: boolean;
                                            /** @description done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline. */
                                            scoring: {
                                                /** @description Cents. Absent or null: not known, nothing is computed from it. Not for `tiers`. */
                                                cents?: number | null;
                                                /** @enum {string} */
                                                mode: "done" | "target" | "tiers" | "linear";
                                                /** @description `target` and `linear` only. */
                                                threshold?: number;
                                                /** @description `tiers` only, from the easiest to the hardest. */
                                                tiers?: {
                                                    /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                                    cents?: number | null;
                                                    label: string;
                                                    threshold: number;
                                                }[];
                                            };
                                            /** @enum {string} */
                                            source: "cpam" | "cpts";
                                            title: string;
                                        }[];
                                        title: string;
                                    }[];
                                    /** @description A mission of the agreement version. */
                                    code: string;
                                    /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                    fixedCents?: number | null;
                                    /**
                                     * @description Absent: that of the agreement.
                                     * @enum {string}
                                     */
                                    kind?: "core" | "optional";
                                    /** @description Amounts not yet read on the signed contract: they enter no computed euro. Absent: none. */
                                    toConfirm?: ("fixedCents" | "variableCents" | "variableIfCrisisCents")[];
                                    /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                    variableCents?: number | null;
                                    /** @description Paid only when the ARS recognises a crisis. Absent: no such part; null: not known. */
                                    variableIfCrisisCents?: number | null;
                                }[];
                                /** @description Fonctionnement, a year. */
                                operating?: {
                                    /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                    cents?: number | null;
                                    /** @description Absent: false. */
                                    toConfirm?: boolean;
                                };
                            }[];
                            missions: {
                                /** @description Absent: none. */
                                actions?: {
                                    code: string;
                                    /** @description Absent: none. */
                                    indicators?: {
                                        /** @description Initial value; needed for `linear`. */
                                        baseline?: number | null;
                                        /**
                                         * Format: date
                                         * @description Day of the initial value.
                                         */
                                        baselineOn?: string;
                                        /** @description The contract’s own words. */
                                        clause?: string;
                                        /** @description Stays the same from year to year; once in a year. */
                                        code: string;
                                        /**
                                         * @description Needed but for `done`.
                                         * @enum {string|null}
                                         */
                                        direction?: "up" | "down" | null;
                                        /** @description Proofs expected; absent: none. */
                                        evidence?: string[];
                                        /** @enum {string} */
                                        kind: "count" | "rate" | "done";
                                        /** @description Absent: the best the scoring pays. */
                                        maxCents?: number | null;
                                        note?: string;
                                        /** @description Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not. */
                                        onlyIfCrisis?: boolean;
                                        /** @description done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline. */
                                        scoring: {
                                            /** @description Cents. Absent or null: not known, nothing is computed from it. Not for `tiers`. */
                                            cents?: number | null;
                                            /** @enum {string} */
                                            mode: "done" | "target" | "tiers" | "linear";
                                            /** @description `target` and `linear` only. */
                                            threshold?: number;
                                            /** @description `tiers` only, from the easiest to the hardest. */
                                            tiers?: {
                                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                                cents?: number | null;
                                                label: string;
                                                threshold: number;
                                            }[];
                                        };
                                        /** @enum {string} */
                                        source: "cpam" | "cpts";
                                        title: string;
                                    }[];
                                    title: string;
                                }[];
                                /** @description A mission of the agreement version. */
                                code: string;
                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                fixedCents?: number | null;
                                /**
                                 * @description Absent: that of the agreement.
                                 * @enum {string}
                                 */
                                kind?: "core" | "optional";
                                /** @description Amounts not yet read on the signed contract: they enter no computed euro. Absent: none. */
                                toConfirm?: ("fixedCents" | "variableCents" | "variableIfCrisisCents")[];
                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                variableCents?: number | null;
                                /** @description Paid only when the ARS recognises a crisis. Absent: no such part; null: not known. */
                                variableIfCrisisCents?: number | null;
                            }[];
                            /** @description Fonctionnement, a year. */
                            operating?: {
                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                cents?: number | null;
                                /** @description Absent: false. */
                                toConfirm?: boolean;
                            };
                        }[];
                        /** @description What the contract leaves open; absent: left as it is. */
                        settings?: {
                            /** @description MM-DD, a day every year has. */
                            accountingYearStart?: string;
                            /** @description MM-DD, a day every year has. */
                            membershipYearStart?: string;
                            /** @enum {string} */
                            prorataUnit?: "days" | "months";
                        };
                        /** Format: date */
                        signedOn: string;
                        /** @description As signed; absent or null: not known. */
                        size?: number | null;
                        /**
                         * Format: date
                         * @description Absent: counted from the signature; refused when it disagrees.
                         */
                        yearEndsOn?: string;
                        /**
                         * Format: date
                         * @description Absent: counted from the signature; refused when it disagrees.
                         */
                        yearStartsOn?: string;
                    };
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "import.import": {
        parameters: {
            query: {
                /** @description `basis` of the preview: refused with 409 when what is recorded changed since. */
                basis: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Not read. */
                    $schema?: string;
                    /** @description A comment; not read. */
                    about?: string;
                    /** @description Code of the agreement version, such as `aci-cpts/avenant-2`. */
                    agreement: string;
                    /** @description Version of the terms; absent: the contract as signed. */
                    amendment?: {
                        /**
                         * Format: date
                         * @description A day of the year; needed for an amendment. Absent for 0: the first day of the year.
                         */
                        effectiveOn?: string;
                        /** @description Absent: « Contrat tel que signé », « Avenant n° 2 ». */
                        label?: string;
                        /** @description 0: as signed. */
                        number: number;
                    };
                    /** @description The year that `operating` and `missions` are of. */
                    contractYear: number;
                    /** @description Crises recognised by the ARS; absent: left as they are. None is ever removed by an import. */
                    crises?: {
                        /**
                         * Format: date
                         * @description Absent: it lasts.
                         */
                        endedOn?: string;
                        /** @description A kind of crisis of the agreement version. */
                        kind: string;
                        /** Format: date */
                        recognisedOn: string;
                        /** @description Order or letter that recognises it. */
                        reference?: string;
                    }[];
                    /** @description Absent: that of the agreement. */
                    durationYears?: number;
                    /** @description Versions of the same year that a later amendment replaced; absent: none. */
                    earlierVersions?: {
                        /** @description Version of the terms; absent: the contract as signed. */
                        amendment?: {
                            /**
                             * Format: date
                             * @description A day of the year; needed for an amendment. Absent for 0: the first day of the year.
                             */
                            effectiveOn?: string;
                            /** @description Absent: « Contrat tel que signé », « Avenant n° 2 ». */
                            label?: string;
                            /** @description 0: as signed. */
                            number: number;
                        };
                        missions: {
                            /** @description Absent: none. */
                            actions?: {
                                code: string;
                                /** @description Absent: none. */
                                indicators?: {
                                    /** @description Initial value; needed for `linear`. */
                                    baseline?: number | null;
                                    /**
                                     * Format: date
                                     * @description Day of the initial value.
                                     */
                                    baselineOn?: string;
                                    /** @description The contract’s own words. */
                                    clause?: string;
                                    /** @description Stays the same from year to year; once in a year. */
                                    code: string;
                                    /**
                                     * @description Needed but for `done`.
                                     * @enum {string|null}
                                     */
                                    direction?: "up" | "down" | null;
                                    /** @description Proofs expected; absent: none. */
                                    evidence?: string[];
                                    /** @enum {string} */
                                    kind: "count" | "rate" | "done";
                                    /** @description Absent: the best the scoring pays. */
                                    maxCents?: number | null;
                                    note?: string;
                                    /** @description Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not. */
                                    onlyIfCrisis?: boolean;
                                    /** @description done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline. */
                                    scoring: {
                                        /** @description Cents. Absent or null: not known, nothing is computed from it. Not for `tiers`. */
                                        cents?: number | null;
                                        /** @enum {string} */
                                        mode: "done" | "target" | "tiers" | "linear";
                                        /** @description `target` and `linear` only. */
                                        threshold?: number;
                                        /** @description `tiers` only, from the easiest to the hardest. */
                                        tiers?: {
                                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                            cents?: number | null;
                                            label: string;
                                            threshold: number;
                                        }[];
                                    };
                                    /** @enum {string} */
                                    source: "cpam" | "cpts";
                                    title: string;
                                }[];
                                title: string;
                            }[];
                            /** @description A mission of the agreement version. */
                            code: string;
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            fixedCents?: number | null;
                            /**
                             * @description Absent: that of the agreement.
                             * @enum {string}
                             */
                            kind?: "core" | "optional";
                            /** @description Amounts not yet read on the signed contract: they enter no computed euro. Absent: none. */
                            toConfirm?: ("fixedCents" | "variableCents" | "variableIfCrisisCents")[];
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            variableCents?: number | null;
                            /** @description Paid only when the ARS recognises a crisis. Absent: no such part; null: not known. */
                            variableIfCrisisCents?: number | null;
                        }[];
                        /** @description Fonctionnement, a year. */
                        operating?: {
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            cents?: number | null;
                            /** @description Absent: false. */
                            toConfirm?: boolean;
                        };
                    }[];
                    /** @enum {string} */
                    format: "contract/1";
                    missions: {
                        /** @description Absent: none. */
                        actions?: {
                            code: string;
                            /** @description Absent: none. */
                            indicators?: {
                                /** @description Initial value; needed for `linear`. */
                                baseline?: number | null;
                                /**
                                 * Format: date
                                 * @description Day of the initial value.
                                 */
                                baselineOn?: string;
                                /** @description The contract’s own words. */
                                clause?: string;
                                /** @description Stays the same from year to year; once in a year. */
                                code: string;
                                /**
                                 * @description Needed but for `done`.
                                 * @enum {string|null}
                                 */
                                direction?: "up" | "down" | null;
                                /** @description Proofs expected; absent: none. */
                                evidence?: string[];
                                /** @enum {string} */
                                kind: "count" | "rate" | "done";
                                /** @description Absent: the best the scoring pays. */
                                maxCents?: number | null;
                                note?: string;
                                /** @description Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not. */
                                onlyIfCrisis?: boolean;
                                /** @description done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline. */
                                scoring: {
                                    /** @description Cents. Absent or null: not known, nothing is computed from it. Not for `tiers`. */
                                    cents?: number | null;
                                    /** @enum {string} */
                                    mode: "done" | "target" | "tiers" | "linear";
                                    /** @description `target` and `linear` only. */
                                    threshold?: number;
                                    /** @description `tiers` only, from the easiest to the hardest. */
                                    tiers?: {
                                        /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                        cents?: number | null;
                                        label: string;
                                        threshold: number;
                                    }[];
                                };
                                /** @enum {string} */
                                source: "cpam" | "cpts";
                                title: string;
                            }[];
                            title: string;
                        }[];
                        /** @description A mission of the agreement version. */
                        code: string;
                        /**
                         * Format: date
                         * @description Day the mission was deployed; absent: left as it is.
                         */
                        deployedOn?: string;
                        /** @description Cents. Absent or null: not known, nothing is computed from it. */
                        fixedCents?: number | null;
                        /**
                         * @description Absent: that of the agreement.
                         * @enum {string}
                         */
                        kind?: "core" | "optional";
                        /**
                         * Format: date
                         * @description Day the mission started; absent: left as it is.
                         */
                        startedOn?: string;
                        /** @description Amounts not yet read on the signed contract: they enter no computed euro. Absent: none. */
                        toConfirm?: ("fixedCents" | "variableCents" | "variableIfCrisisCents")[];
                        /** @description Cents. Absent or null: not known, nothing is computed from it. */
                        variableCents?: number | null;
                        /** @description Paid only when the ARS recognises a crisis. Absent: no such part; null: not known. */
                        variableIfCrisisCents?: number | null;
                    }[];
                    /** @description Fonctionnement, a year. */
                    operating?: {
                        /** @description Cents. Absent or null: not known, nothing is computed from it. */
                        cents?: number | null;
                        /** @description Absent: false. */
                        toConfirm?: boolean;
                    };
                    /** @description Who exported the file; not read. */
                    organisation?: {
                        name?: string;
                        structureLabel?: string;
                    };
                    /** @description Missions followed that this year’s terms do not hold; absent: none. */
                    otherMissions?: {
                        /** @description A mission of the agreement version. */
                        code: string;
                        /**
                         * Format: date
                         * @description Day the mission was deployed; absent: left as it is.
                         */
                        deployedOn?: string;
                        /**
                         * Format: date
                         * @description Day the mission started; absent: left as it is.
                         */
                        startedOn?: string;
                    }[];
                    /** @description Terms of the other contract years; absent: left as they are. */
                    otherYears?: {
                        /** @description Version of the terms; absent: the contract as signed. */
                        amendment?: {
                            /**
                             * Format: date
                             * @description A day of the year; needed for an amendment. Absent for 0: the first day of the year.
                             */
                            effectiveOn?: string;
                            /** @description Absent: « Contrat tel que signé », « Avenant n° 2 ». */
                            label?: string;
                            /** @description 0: as signed. */
                            number: number;
                        };
                        contractYear: number;
                        /** @description Versions of the same year that a later amendment replaced; absent: none. */
                        earlierVersions?: {
                            /** @description Version of the terms; absent: the contract as signed. */
                            amendment?: {
                                /**
                                 * Format: date
                                 * @description A day of the year; needed for an amendment. Absent for 0: the first day of the year.
                                 */
                                effectiveOn?: string;
                                /** @description Absent: « Contrat tel que signé », « Avenant n° 2 ». */
                                label?: string;
                                /** @description 0: as signed. */
                                number: number;
                            };
                            missions: {
                                /** @description Absent: none. */
                                actions?: {
                                    code: string;
                                    /** @description Absent: none. */
                                    indicators?: {
                                        /** @description Initial value; needed for `linear`. */
                                        baseline?: number | null;
                                        /**
                                         * Format: date
                                         * @description Day of the initial value.
                                         */
                                        baselineOn?: string;
                                        /** @description The contract’s own words. */
                                        clause?: string;
                                        /** @description Stays the same from year to year; once in a year. */
                                        code: string;
                                        /**
                                         * @description Needed but for `done`.
                                         * @enum {string|null}
                                         */
                                        direction?: "up" | "down" | null;
                                        /** @description Proofs expected; absent: none. */
                                        evidence?: string[];
                                        /** @enum {string} */
                                        kind: "count" | "rate" | "done";
                                        /** @description Absent: the best the scoring pays. */
                                        maxCents?: number | null;
                                        note?: string;
                                        /** @description Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not. */
                                        onlyIfCrisis?: boolean;
                                        /** @description done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline. */
                                        scoring: {
                                            /** @description Cents. Absent or null: not known, nothing is computed from it. Not for `tiers`. */
                                            cents?: number | null;
                                            /** @enum {string} */
                                            mode: "done" | "target" | "tiers" | "linear";
                                            /** @description `target` and `linear` only. */
                                            threshold?: number;
                                            /** @description `tiers` only, from the easiest to the hardest. */
                                            tiers?: {
                                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                                cents?: number | null;
                                                label: string;
                                                threshold: number;
                                            }[];
                                        };
                                        /** @enum {string} */
                                        source: "cpam" | "cpts";
                                        title: string;
                                    }[];
                                    title: string;
                                }[];
                                /** @description A mission of the agreement version. */
                                code: string;
                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                fixedCents?: number | null;
                                /**
                                 * @description Absent: that of the agreement.
                                 * @enum {string}
                                 */
                                kind?: "core" | "optional";
                                /** @description Amounts not yet read on the signed contract: they enter no computed euro. Absent: none. */
                                toConfirm?: ("fixedCents" | "variableCents" | "variableIfCrisisCents")[];
                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                variableCents?: number | null;
                                /** @description Paid only when the ARS recognises a crisis. Absent: no such part; null: not known. */
                                variableIfCrisisCents?: number | null;
                            }[];
                            /** @description Fonctionnement, a year. */
                            operating?: {
                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                cents?: number | null;
                                /** @description Absent: false. */
                                toConfirm?: boolean;
                            };
                        }[];
                        missions: {
                            /** @description Absent: none. */
                            actions?: {
                                code: string;
                                /** @description Absent: none. */
                                indicators?: {
                                    /** @description Initial value; needed for `linear`. */
                                    baseline?: number | null;
                                    /**
                                     * Format: date
                                     * @description Day of the initial value.
                                     */
                                    baselineOn?: string;
                                    /** @description The contract’s own words. */
                                    clause?: string;
                                    /** @description Stays the same from year to year; once in a year. */
                                    code: string;
                                    /**
                                     * @description Needed but for `done`.
                                     * @enum {string|null}
                                     */
                                    direction?: "up" | "down" | null;
                                    /** @description Proofs expected; absent: none. */
                                    evidence?: string[];
                                    /** @enum {string} */
                                    kind: "count" | "rate" | "done";
                                    /** @description Absent: the best the scoring pays. */
                                    maxCents?: number | null;
                                    note?: string;
                                    /** @description Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not. */
                                    onlyIfCrisis?: boolean;
                                    /** @description done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline. */
                                    scoring: {
                                        /** @description Cents. Absent or null: not known, nothing is computed from it. Not for `tiers`. */
                                        cents?: number | null;
                                        /** @enum {string} */
                                        mode: "done" | "target" | "tiers" | "linear";
                                        /** @description `target` and `linear` only. */
                                        threshold?: number;
                                        /** @description `tiers` only, from the easiest to the hardest. */
                                        tiers?: {
                                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                            cents?: number | null;
                                            label: string;
                                            threshold: number;
                                        }[];
                                    };
                                    /** @enum {string} */
                                    source: "cpam" | "cpts";
                                    title: string;
                                }[];
                                title: string;
                            }[];
                            /** @description A mission of the agreement version. */
                            code: string;
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            fixedCents?: number | null;
                            /**
                             * @description Absent: that of the agreement.
                             * @enum {string}
                             */
                            kind?: "core" | "optional";
                            /** @description Amounts not yet read on the signed contract: they enter no computed euro. Absent: none. */
                            toConfirm?: ("fixedCents" | "variableCents" | "variableIfCrisisCents")[];
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            variableCents?: number | null;
                            /** @description Paid only when the ARS recognises a crisis. Absent: no such part; null: not known. */
                            variableIfCrisisCents?: number | null;
                        }[];
                        /** @description Fonctionnement, a year. */
                        operating?: {
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            cents?: number | null;
                            /** @description Absent: false. */
                            toConfirm?: boolean;
                        };
                    }[];
                    /** @description What the contract leaves open; absent: left as it is. */
                    settings?: {
                        /** @description MM-DD, a day every year has. */
                        accountingYearStart?: string;
                        /** @description MM-DD, a day every year has. */
                        membershipYearStart?: string;
                        /** @enum {string} */
                        prorataUnit?: "days" | "months";
                    };
                    /** Format: date */
                    signedOn: string;
                    /** @description As signed; absent or null: not known. */
                    size?: number | null;
                    /**
                     * Format: date
                     * @description Absent: counted from the signature; refused when it disagrees.
                     */
                    yearEndsOn?: string;
                    /**
                     * Format: date
                     * @description Absent: counted from the signature; refused when it disagrees.
                     */
                    yearStartsOn?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResultDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "import.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Not read. */
                    $schema?: string;
                    /** @description A comment; not read. */
                    about?: string;
                    /** @description Code of the agreement version, such as `aci-cpts/avenant-2`. */
                    agreement: string;
                    /** @description Version of the terms; absent: the contract as signed. */
                    amendment?: {
                        /**
                         * Format: date
                         * @description A day of the year; needed for an amendment. Absent for 0: the first day of the year.
                         */
                        effectiveOn?: string;
                        /** @description Absent: « Contrat tel que signé », « Avenant n° 2 ». */
                        label?: string;
                        /** @description 0: as signed. */
                        number: number;
                    };
                    /** @description The year that `operating` and `missions` are of. */
                    contractYear: number;
                    /** @description Crises recognised by the ARS; absent: left as they are. None is ever removed by an import. */
                    crises?: {
                        /**
                         * Format: date
                         * @description Absent: it lasts.
                         */
                        endedOn?: string;
                        /** @description A kind of crisis of the agreement version. */
                        kind: string;
                        /** Format: date */
                        recognisedOn: string;
                        /** @description Order or letter that recognises it. */
                        reference?: string;
                    }[];
                    /** @description Absent: that of the agreement. */
                    durationYears?: number;
                    /** @description Versions of the same year that a later amendment replaced; absent: none. */
                    earlierVersions?: {
                        /** @description Version of the terms; absent: the contract as signed. */
                        amendment?: {
                            /**
                             * Format: date
                             * @description A day of the year; needed for an amendment. Absent for 0: the first day of the year.
                             */
                            effectiveOn?: string;
                            /** @description Absent: « Contrat tel que signé », « Avenant n° 2 ». */
                            label?: string;
                            /** @description 0: as signed. */
                            number: number;
                        };
                        missions: {
                            /** @description Absent: none. */
                            actions?: {
                                code: string;
                                /** @description Absent: none. */
                                indicators?: {
                                    /** @description Initial value; needed for `linear`. */
                                    baseline?: number | null;
                                    /**
                                     * Format: date
                                     * @description Day of the initial value.
                                     */
                                    baselineOn?: string;
                                    /** @description The contract’s own words. */
                                    clause?: string;
                                    /** @description Stays the same from year to year; once in a year. */
                                    code: string;
                                    /**
                                     * @description Needed but for `done`.
                                     * @enum {string|null}
                                     */
                                    direction?: "up" | "down" | null;
                                    /** @description Proofs expected; absent: none. */
                                    evidence?: string[];
                                    /** @enum {string} */
                                    kind: "count" | "rate" | "done";
                                    /** @description Absent: the best the scoring pays. */
                                    maxCents?: number | null;
                                    note?: string;
                                    /** @description Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not. */
                                    onlyIfCrisis?: boolean;
                                    /** @description done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline. */
                                    scoring: {
                                        /** @description Cents. Absent or null: not known, nothing is computed from it. Not for `tiers`. */
                                        cents?: number | null;
                                        /** @enum {string} */
                                        mode: "done" | "target" | "tiers" | "linear";
                                        /** @description `target` and `linear` only. */
                                        threshold?: number;
                                        /** @description `tiers` only, from the easiest to the hardest. */
                                        tiers?: {
                                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                            cents?: number | null;
                                            label: string;
                                            threshold: number;
                                        }[];
                                    };
                                    /** @enum {string} */
                                    source: "cpam" | "cpts";
                                    title: string;
                                }[];
                                title: string;
                            }[];
                            /** @description A mission of the agreement version. */
                            code: string;
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            fixedCents?: number | null;
                            /**
                             * @description Absent: that of the agreement.
                             * @enum {string}
                             */
                            kind?: "core" | "optional";
                            /** @description Amounts not yet read on the signed contract: they enter no computed euro. Absent: none. */
                            toConfirm?: ("fixedCents" | "variableCents" | "variableIfCrisisCents")[];
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            variableCents?: number | null;
                            /** @description Paid only when the ARS recognises a crisis. Absent: no such part; null: not known. */
                            variableIfCrisisCents?: number | null;
                        }[];
                        /** @description Fonctionnement, a year. */
                        operating?: {
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            cents?: number | null;
                            /** @description Absent: false. */
                            toConfirm?: boolean;
                        };
                    }[];
                    /** @enum {string} */
                    format: "contract/1";
                    missions: {
                        /** @description Absent: none. */
                        actions?: {
                            code: string;
                            /** @description Absent: none. */
                            indicators?: {
                                /** @description Initial value; needed for `linear`. */
                                baseline?: number | null;
                                /**
                                 * Format: date
                                 * @description Day of the initial value.
                                 */
                                baselineOn?: string;
                                /** @description The contract’s own words. */
                                clause?: string;
                                /** @description Stays the same from year to year; once in a year. */
                                code: string;
                                /**
                                 * @description Needed but for `done`.
                                 * @enum {string|null}
                                 */
                                direction?: "up" | "down" | null;
                                /** @description Proofs expected; absent: none. */
                                evidence?: string[];
                                /** @enum {string} */
                                kind: "count" | "rate" | "done";
                                /** @description Absent: the best the scoring pays. */
                                maxCents?: number | null;
                                note?: string;
                                /** @description Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not. */
                                onlyIfCrisis?: boolean;
                                /** @description done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline. */
                                scoring: {
                                    /** @description Cents. Absent or null: not known, nothing is computed from it. Not for `tiers`. */
                                    cents?: number | null;
                                    /** @enum {string} */
                                    mode: "done" | "target" | "tiers" | "linear";
                                    /** @description `target` and `linear` only. */
                                    threshold?: number;
                                    /** @description `tiers` only, from the easiest to the hardest. */
                                    tiers?: {
                                        /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                        cents?: number | null;
                                        label: string;
                                        threshold: number;
                                    }[];
                                };
                                /** @enum {string} */
                                source: "cpam" | "cpts";
                                title: string;
                            }[];
                            title: string;
                        }[];
                        /** @description A mission of the agreement version. */
                        code: string;
                        /**
                         * Format: date
                         * @description Day the mission was deployed; absent: left as it is.
                         */
                        deployedOn?: string;
                        /** @description Cents. Absent or null: not known, nothing is computed from it. */
                        fixedCents?: number | null;
                        /**
                         * @description Absent: that of the agreement.
                         * @enum {string}
                         */
                        kind?: "core" | "optional";
                        /**
                         * Format: date
                         * @description Day the mission started; absent: left as it is.
                         */
                        startedOn?: string;
                        /** @description Amounts not yet read on the signed contract: they enter no computed euro. Absent: none. */
                        toConfirm?: ("fixedCents" | "variableCents" | "variableIfCrisisCents")[];
                        /** @description Cents. Absent or null: not known, nothing is computed from it. */
                        variableCents?: number | null;
                        /** @description Paid only when the ARS recognises a crisis. Absent: no such part; null: not known. */
                        variableIfCrisisCents?: number | null;
                    }[];
                    /** @description Fonctionnement, a year. */
                    operating?: {
                        /** @description Cents. Absent or null: not known, nothing is computed from it. */
                        cents?: number | null;
                        /** @description Absent: false. */
                        toConfirm?: boolean;
                    };
                    /** @description Who exported the file; not read. */
                    organisation?: {
                        name?: string;
                        structureLabel?: string;
                    };
                    /** @description Missions followed that this year’s terms do not hold; absent: none. */
                    otherMissions?: {
                        /** @description A mission of the agreement version. */
                        code: string;
                        /**
                         * Format: date
                         * @description Day the mission was deployed; absent: left as it is.
                         */
                        deployedOn?: string;
                        /**
                         * Format: date
                         * @description Day the mission started; absent: left as it is.
                         */
                        startedOn?: string;
                    }[];
                    /** @description Terms of the other contract years; absent: left as they are. */
                    otherYears?: {
                        /** @description Version of the terms; absent: the contract as signed. */
                        amendment?: {
                            /**
                             * Format: date
                             * @description A day of the year; needed for an amendment. Absent for 0: the first day of the year.
                             */
                            effectiveOn?: string;
                            /** @description Absent: « Contrat tel que signé », « Avenant n° 2 ». */
                            label?: string;
                            /** @description 0: as signed. */
                            number: number;
                        };
                        contractYear: number;
                        /** @description Versions of the same year that a later amendment replaced; absent: none. */
                        earlierVersions?: {
                            /** @description Version of the terms; absent: the contract as signed. */
                            amendment?: {
                                /**
                                 * Format: date
                                 * @description A day of the year; needed for an amendment. Absent for 0: the first day of the year.
                                 */
                                effectiveOn?: string;
                                /** @description Absent: « Contrat tel que signé », « Avenant n° 2 ». */
                                label?: string;
                                /** @description 0: as signed. */
                                number: number;
                            };
                            missions: {
                                /** @description Absent: none. */
                                actions?: {
                                    code: string;
                                    /** @description Absent: none. */
                                    indicators?: {
                                        /** @description Initial value; needed for `linear`. */
                                        baseline?: number | null;
                                        /**
                                         * Format: date
                                         * @description Day of the initial value.
                                         */
                                        baselineOn?: string;
                                        /** @description The contract’s own words. */
                                        clause?: string;
                                        /** @description Stays the same from year to year; once in a year. */
                                        code: string;
                                        /**
                                         * @description Needed but for `done`.
                                         * @enum {string|null}
                                         */
                                        direction?: "up" | "down" | null;
                                        /** @description Proofs expected; absent: none. */
                                        evidence?: string[];
                                        /** @enum {string} */
                                        kind: "count" | "rate" | "done";
                                        /** @description Absent: the best the scoring pays. */
                                        maxCents?: number | null;
                                        note?: string;
                                        /** @description Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not. */
                                        onlyIfCrisis?: boolean;
                                        /** @description done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline. */
                                        scoring: {
                                            /** @description Cents. Absent or null: not known, nothing is computed from it. Not for `tiers`. */
                                            cents?: number | null;
                                            /** @enum {string} */
                                            mode: "done" | "target" | "tiers" | "linear";
                                            /** @description `target` and `linear` only. */
                                            threshold?: number;
                                            /** @description `tiers` only, from the easiest to the hardest. */
                                            tiers?: {
                                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                                cents?: number | null;
                                                label: string;
                                                threshold: number;
                                            }[];
                                        };
                                        /** @enum {string} */
                                        source: "cpam" | "cpts";
                                        title: string;
                                    }[];
                                    title: string;
                                }[];
                                /** @description A mission of the agreement version. */
                                code: string;
                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                fixedCents?: number | null;
                                /**
                                 * @description Absent: that of the agreement.
                                 * @enum {string}
                                 */
                                kind?: "core" | "optional";
                                /** @description Amounts not yet read on the signed contract: they enter no computed euro. Absent: none. */
                                toConfirm?: ("fixedCents" | "variableCents" | "variableIfCrisisCents")[];
                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                variableCents?: number | null;
                                /** @description Paid only when the ARS recognises a crisis. Absent: no such part; null: not known. */
                                variableIfCrisisCents?: number | null;
                            }[];
                            /** @description Fonctionnement, a year. */
                            operating?: {
                                /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                cents?: number | null;
                                /** @description Absent: false. */
                                toConfirm?: boolean;
                            };
                        }[];
                        missions: {
                            /** @description Absent: none. */
                            actions?: {
                                code: string;
                                /** @description Absent: none. */
                                indicators?: {
                                    /** @description Initial value; needed for `linear`. */
                                    baseline?: number | null;
                                    /**
                                     * Format: date
                                     * @description Day of the initial value.
                                     */
                                    baselineOn?: string;
                                    /** @description The contract’s own words. */
                                    clause?: string;
                                    /** @description Stays the same from year to year; once in a year. */
                                    code: string;
                                    /**
                                     * @description Needed but for `done`.
                                     * @enum {string|null}
                                     */
                                    direction?: "up" | "down" | null;
                                    /** @description Proofs expected; absent: none. */
                                    evidence?: string[];
                                    /** @enum {string} */
                                    kind: "count" | "rate" | "done";
                                    /** @description Absent: the best the scoring pays. */
                                    maxCents?: number | null;
                                    note?: string;
                                    /** @description Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not. */
                                    onlyIfCrisis?: boolean;
                                    /** @description done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline. */
                                    scoring: {
                                        /** @description Cents. Absent or null: not known, nothing is computed from it. Not for `tiers`. */
                                        cents?: number | null;
                                        /** @enum {string} */
                                        mode: "done" | "target" | "tiers" | "linear";
                                        /** @description `target` and `linear` only. */
                                        threshold?: number;
                                        /** @description `tiers` only, from the easiest to the hardest. */
                                        tiers?: {
                                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                                            cents?: number | null;
                                            label: string;
                                            threshold: number;
                                        }[];
                                    };
                                    /** @enum {string} */
                                    source: "cpam" | "cpts";
                                    title: string;
                                }[];
                                title: string;
                            }[];
                            /** @description A mission of the agreement version. */
                            code: string;
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            fixedCents?: number | null;
                            /**
                             * @description Absent: that of the agreement.
                             * @enum {string}
                             */
                            kind?: "core" | "optional";
                            /** @description Amounts not yet read on the signed contract: they enter no computed euro. Absent: none. */
                            toConfirm?: ("fixedCents" | "variableCents" | "variableIfCrisisCents")[];
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            variableCents?: number | null;
                            /** @description Paid only when the ARS recognises a crisis. Absent: no such part; null: not known. */
                            variableIfCrisisCents?: number | null;
                        }[];
                        /** @description Fonctionnement, a year. */
                        operating?: {
                            /** @description Cents. Absent or null: not known, nothing is computed from it. */
                            cents?: number | null;
                            /** @description Absent: false. */
                            toConfirm?: boolean;
                        };
                    }[];
                    /** @description What the contract leaves open; absent: left as it is. */
                    settings?: {
                        /** @description MM-DD, a day every year has. */
                        accountingYearStart?: string;
                        /** @description MM-DD, a day every year has. */
                        membershipYearStart?: string;
                        /** @enum {string} */
                        prorataUnit?: "days" | "months";
                    };
                    /** Format: date */
                    signedOn: string;
                    /** @description As signed; absent or null: not known. */
                    size?: number | null;
                    /**
                     * Format: date
                     * @description Absent: counted from the signature; refused when it disagrees.
                     */
                    yearEndsOn?: string;
                    /**
                     * Format: date
                     * @description Absent: counted from the signature; refused when it disagrees.
                     */
                    yearStartsOn?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreviewDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "terms.terms": {
        parameters: {
            query?: {
                /** @description Absent: the latest. */
                amendment?: number;
                /** @description Absent: the year that runs, else the nearest. */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "terms.record": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordTermsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "terms.amend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAmendmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "evidence.list": {
        parameters: {
            query?: {
                /** @description The last proof read: those before it come next. */
                after?: string;
                kind?: "file" | "link" | "record";
                /** @description Part of the name, or of the address. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofListDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "evidence.download": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "evidence.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "evidence.card": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofCardDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "evidence.limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceLimitsDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "evidence.records": {
        parameters: {
            query: {
                kind: "action-step" | "report";
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofRecordDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "indicators.list": {
        parameters: {
            query?: {
                /** @description « true »: archived ones too. */
                archived?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorLineDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "indicators.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndicatorDefinitionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "indicators.card": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                indicatorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorCardDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "indicators.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                indicatorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeIndicatorDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorCardDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collection.state": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                indicatorId: string;
                periodKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateAbsenceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatedAbsenceDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collection.withdraw": {
        parameters: {
            query: {
                revision: number;
            };
            header?: never;
            path: {
                indicatorId: string;
                periodKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "indicators.putAway": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                indicatorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "computed.page": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                indicatorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComputedPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "computed.answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                indicatorId: string;
                periodKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleComputedDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "indicators.history": {
        parameters: {
            query?: {
                period?: string;
            };
            header?: never;
            path: {
                indicatorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureChangeDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "indicators.bringBack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                indicatorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "indicators.setTargets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                indicatorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTargetsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorCardDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "indicators.give": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                indicatorId: string;
                periodKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordMeasureDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedMeasureDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "carrying.carrying": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                indicatorId: string;
                periodKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarryingReportDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "computed.questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComputedQuestionDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "computed.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormulaPreviewInputDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormulaPreviewDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "indicators.models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorModelDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "links.accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "job.list": {
        parameters: {
            query: {
                subject: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRunDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "job.stream": {
        parameters: {
            query: {
                subject: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "journal.page": {
        parameters: {
            query?: {
                act?: "access.invited" | "access.invited-again" | "access.invitation-revoked" | "access.joined" | "access.role-changed" | "access.removed" | "community.created" | "community.settings-changed" | "community.logo-changed" | "community.logo-removed" | "territory.communes-added" | "territory.communes-removed" | "contract.recorded" | "contract.changed" | "mission.chosen" | "mission.left" | "mission.dates-changed" | "terms.recorded" | "terms.changed" | "terms.amended" | "terms.opened" | "contract.imported" | "crisis.recorded" | "crisis.changed" | "crisis.removed" | "project.started" | "project.draft-opened" | "project.changed" | "project.draft-deleted" | "project.put-in-force" | "axis.created" | "axis.changed" | "axis.moved" | "axis.deleted" | "action.created" | "action.changed" | "action.moved" | "action.deleted" | "action.tracking-changed" | "action.status-changed" | "action.steps-changed" | "indicator.created" | "indicator.changed" | "indicator.archived" | "indicator.restored" | "target.changed" | "measure.recorded" | "measure.changed" | "measure.deleted" | "measure.submitted" | "measure.checked" | "measure.validated" | "measure.returned" | "validation.settings-changed" | "period.locked" | "period.unlocked" | "exception.granted" | "exception.closed" | "measure.reopened" | "measure.computed" | "measure.computed-kept" | "measure.imported" | "import.cancelled" | "absence.stated" | "absence.withdrawn" | "collection.reminded" | "collection.settings-changed" | "collection-link.created" | "collection-link.renewed" | "collection-link.sent" | "collection-link.revoked" | "contribution.received" | "contribution.accepted" | "contribution.refused" | "evidence.added" | "evidence.removed" | "evidence.withdrawn" | "evidence.erased" | "contract-link.changed" | "contract-link.removed" | "scenario.saved" | "scenario.changed" | "scenario.removed" | "payment.recorded" | "payment.changed" | "payment.cancelled" | "review.line-changed" | "review.preparation-changed" | "review.target-proposed" | "review.closed" | "review.reopened" | "calendar.feed-opened" | "calendar.feed-renewed" | "calendar.feed-closed" | "history.tied" | "report.prepared" | "report.prepared-again" | "report.approved" | "report.approval-withdrawn" | "report.cancelled" | "report.sent" | "report.retried" | "report.corrected" | "report.published" | "report.received" | "report.schedule-changed" | "recipient.added" | "recipient.changed" | "recipient.removed" | "access" | "community" | "territory" | "contract" | "mission" | "terms" | "crisis" | "project" | "axis" | "action" | "indicator" | "target" | "measure" | "absence" | "collection" | "collection-link" | "contribution" | "evidence" | "import" | "validation" | "period" | "exception" | "history" | "contract-link" | "scenario" | "payment" | "review" | "calendar" | "report" | "recipient";
                beforeId?: number;
                from?: string;
                personId?: string;
                subjectId?: string;
                subjectType?: string;
                to?: string;
                words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "journal.export": {
        parameters: {
            query: {
                act?: "access.invited" | "access.invited-again" | "access.invitation-revoked" | "access.joined" | "access.role-changed" | "access.removed" | "community.created" | "community.settings-changed" | "community.logo-changed" | "community.logo-removed" | "territory.communes-added" | "territory.communes-removed" | "contract.recorded" | "contract.changed" | "mission.chosen" | "mission.left" | "mission.dates-changed" | "terms.recorded" | "terms.changed" | "terms.amended" | "terms.opened" | "contract.imported" | "crisis.recorded" | "crisis.changed" | "crisis.removed" | "project.started" | "project.draft-opened" | "project.changed" | "project.draft-deleted" | "project.put-in-force" | "axis.created" | "axis.changed" | "axis.moved" | "axis.deleted" | "action.created" | "action.changed" | "action.moved" | "action.deleted" | "action.tracking-changed" | "action.status-changed" | "action.steps-changed" | "indicator.created" | "indicator.changed" | "indicator.archived" | "indicator.restored" | "target.changed" | "measure.recorded" | "measure.changed" | "measure.deleted" | "measure.submitted" | "measure.checked" | "measure.validated" | "measure.returned" | "validation.settings-changed" | "period.locked" | "period.unlocked" | "exception.granted" | "exception.closed" | "measure.reopened" | "measure.computed" | "measure.computed-kept" | "measure.imported" | "import.cancelled" | "absence.stated" | "absence.withdrawn" | "collection.reminded" | "collection.settings-changed" | "collection-link.created" | "collection-link.renewed" | "collection-link.sent" | "collection-link.revoked" | "contribution.received" | "contribution.accepted" | "contribution.refused" | "evidence.added" | "evidence.removed" | "evidence.withdrawn" | "evidence.erased" | "contract-link.changed" | "contract-link.removed" | "scenario.saved" | "scenario.changed" | "scenario.removed" | "payment.recorded" | "payment.changed" | "payment.cancelled" | "review.line-changed" | "review.preparation-changed" | "review.target-proposed" | "review.closed" | "review.reopened" | "calendar.feed-opened" | "calendar.feed-renewed" | "calendar.feed-closed" | "history.tied" | "report.prepared" | "report.prepared-again" | "report.approved" | "report.approval-withdrawn" | "report.cancelled" | "report.sent" | "report.retried" | "report.corrected" | "report.published" | "report.received" | "report.schedule-changed" | "recipient.added" | "recipient.changed" | "recipient.removed" | "access" | "community" | "territory" | "contract" | "mission" | "terms" | "crisis" | "project" | "axis" | "action" | "indicator" | "target" | "measure" | "absence" | "collection" | "collection-link" | "contribution" | "evidence" | "import" | "validation" | "period" | "exception" | "history" | "contract-link" | "scenario" | "payment" | "review" | "calendar" | "report" | "recipient";
                format: "csv" | "json";
                from?: string;
                personId?: string;
                subjectId?: string;
                subjectType?: string;
                to?: string;
                words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "journal.verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalVerificationDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collectionLinks.waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingContributionDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collectionLinks.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contributionFileId: string;
                contributionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collectionLinks.accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptContributionsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptanceOutcomeDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "collectionLinks.refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseContributionsDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "links.inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectLinkDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "measures.remove": {
        parameters: {
            query: {
                revision: number;
            };
            header?: never;
            path: {
                measureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "evidence.add": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                measureId: string;
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedEvidenceDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "evidence.addExisting": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidenceId: string;
                measureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedEvidenceDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "evidence.detach": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidenceId: string;
                measureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "evidence.addLink": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                measureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkEvidenceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedEvidenceDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "evidence.addRecord": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                measureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordEvidenceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedEvidenceDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "measures.reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                measureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenMeasureDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "validation.sendBack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                measureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnMeasureDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "validation.submit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                measureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitMeasureDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "measures.awaited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwaitedValueDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "measures.grid": {
        parameters: {
            query?: {
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryGridDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "measures.validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateMeasuresDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "validation.settingsOf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationSettingsDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "validation.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeValidationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationSettingsDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "validation.waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "validation.count": {
        parameters: {
            query?: {
                period?: string;
                /** @description Held by the indicator, its action or its people. */
                words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingCountDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "validation.validateAll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateWaitingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingAdvancedDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "mission.missions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissionsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "mission.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMissionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissionsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "money.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateContractIndicatorsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedIndicatorsDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "money.link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contractCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractLinkDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkRevisionDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "payment.payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "payment.record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordPaymentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "payment.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePaymentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "payment.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelPaymentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "scenario.list": {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "scenario.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveScenarioDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "scenario.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scenarioId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeScenarioDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "scenario.remove": {
        parameters: {
            query: {
                revision: number;
            };
            header?: never;
            path: {
                scenarioId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "money.year": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoneyYearDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "money.current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoneyYearDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "links.forgotten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordResetDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "links.reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "access.people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "locks.page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocksPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "locks.lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockPeriodDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenLockDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "locks.unlock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lockId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlockPeriodDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "locks.grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantExceptionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenLockDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "locks.close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exceptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "locks.preview": {
        parameters: {
            query: {
                period: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LockPreviewDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "project.home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectHomeDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "action.sheet": {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                actionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionSheetDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "action.status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeStatusDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionSheetDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "action.history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusChangeDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "action.steps": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeStepsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionSheetDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "action.mark": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionId: string;
                stepId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkStepDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionSheetDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "action.tracking": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTrackingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionSheetDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "project.leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionLeadDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "project.models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectModelDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "project.versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectVersionsDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "project.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenDraftDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "project.version": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "project.discard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "project.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeVersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectVersionDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "projectActions.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeActionContentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "projectActions.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "projectTree.add": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AxisInputDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "projectTree.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                axisId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAxisDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "projectTree.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                axisId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "projectActions.add": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                axisId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionContentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedActionDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "projectTree.place": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionId: string;
                axisId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionPlaceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "projectTree.move": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                axisId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AxisPlaceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "project.differences": {
        parameters: {
            query?: {
                from?: string;
            };
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDifferencesDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "project.enforce": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutInForceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "publication.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedLineDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "publication.page": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                publicationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedReportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "publication.document": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format: string;
                publicationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "recipient.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecipientsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "recipient.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecipientInputDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecipientsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "recipient.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recipientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRecipientDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecipientsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "recipient.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recipientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecipientsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "recipient.changeSchedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeReportScheduleDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecipientsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "report.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportsPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "report.prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrepareReportDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeReportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "report.page": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "report.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeenReportDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "report.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeenReportDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "report.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeenReportDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "report.received": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "report.document": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format: string;
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "report.again": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeenReportDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "report.sending": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendReportDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "report.verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "review.room": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRoomDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "review.close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseReviewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRoomDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "review.line": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewedCode: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeReviewLineDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRoomDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "review.preparation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                preparedCode: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePreparationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRoomDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "review.proposal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewedCode: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeTargetDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRoomDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "review.reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenReviewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRoomDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "review.current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRoomDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "session.current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "session.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "session.close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "session.choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseCommunityDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "steering.action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionInForceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionDashboardDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "steering.board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "calendar.calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "calendar.feedView": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "calendar.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCalendarFeedDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCalendarFeedDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "calendar.close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "steering.home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "steering.mission": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissionPageDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "imports.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportLineDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "imports.bring": {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "imports.page": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueImportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "imports.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueImportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "imports.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmImportDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueImportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "imports.map": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapImportDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueImportDto"];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "imports.runs": {
        parameters: {
            query: {
                subject: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunDto"][];
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "imports.stream": {
        parameters: {
            query: {
                subject: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "imports.model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refus */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
}
