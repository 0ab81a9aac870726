/* The table. A key is a row: what it is called, what it takes, where it goes, what it is for. */
#include "meeting/schema.h"

#include "base/text.h"
#include "meeting/read.h"

#define SINCE .since = "0.1"
#define LATER(name_, help_) { .name = (name_), .flags = PK_KEY_LATER, .help = (help_) }
#define TO(of, field) .offset = offsetof(struct of, field)
#define LINE(of, field) .read = pk_read_line, TO(of, field)
#define STR(of, field) .read = pk_read_str, TO(of, field)
#define TEXT(of, field) .type = PK_TYPE_TEXT, .read = pk_read_prose, TO(of, field)
#define DAY(of, field) .type = PK_TYPE_DATE, .read = pk_read_day, TO(of, field), \
	.example = "2024-05-31"
#define YES_NO(of, field) .type = PK_TYPE_YES_NO, .read = pk_read_bool, TO(of, field)
#define WHOS(of, field) .type = PK_TYPE_WHO, .flags = PK_KEY_MANY, .read = pk_read_whos, \
	TO(of, field)
#define PEOPLE .type = PK_TYPE_LINE_OR_MAP, .flags = PK_KEY_MANY, .children = &keys_person
#define TABLE(id, under_, rows) \
	static const struct pk_key_table keys_##id = { #id, under_, rows, PK_COUNT(rows) }

static const struct pk_key rows_person[] = {
	{ "namn", SINCE, .flags = PK_KEY_NEEDED, .read = pk_read_person_name,
		.help = "Personens namn", .example = "Karin Holm" },
	{ "parti", SINCE, STR(pk_person, parti), .help = "Partiets beteckning", .example = "S" },
	{ "roll", SINCE, .type = PK_TYPE_WORD, .read = pk_read_person_role,
		.help = "Rollen på sammanträdet: ordförande, vice ordförande, ledamot och så vidare" },
	{ "titel", SINCE, STR(pk_person, titel), .help = "Titel eller uppdrag, som det ska tryckas" },
	{ "ersätter", SINCE, .type = PK_TYPE_WHO, .read = pk_read_person_for,
		.help = "Den som personen tjänstgör för; ja om det inte är känt" },
	{ "paragrafer", SINCE, .type = PK_TYPE_SPANS, .read = pk_read_person_spans,
		.help = "Paragrafer då personen var med: 41–43, ej 44, fr.o.m. 45" },
	{ "tider", SINCE, .type = PK_TYPE_TIME, .read = pk_read_person_times,
		.help = "Klockslag då personen var med" },
	{ "distans", SINCE, YES_NO(pk_person, remote), .help = "Om personen deltog på distans" },
	{ "orsak", SINCE, STR(pk_person, orsak), .help = "Orsaken till frånvaro eller ersättning" },
};
TABLE(person, NULL, rows_person);

static const struct pk_key rows_grupp[] = {
	{ "rubrik", SINCE, .flags = PK_KEY_NEEDED, .read = pk_read_own_group_title,
		.help = "Gruppens etikett på första sidan", .example = "Personalföreträdare" },
	{ "personer", SINCE, PEOPLE, .read = pk_read_own_group_people,
		.help = "Gruppens personer, en rad för varje" },
};
TABLE(grupp, "grupper", rows_grupp);

static const struct pk_key rows_narvarande[] = {
	{ "beslutande", SINCE, PEOPLE, .read = pk_read_group,
		.help = "De som beslutar: ledamöter och tjänstgörande ersättare" },
	{ "ersättare", SINCE, PEOPLE, .read = pk_read_group,
		.help = "Ersättare som är närvarande men inte tjänstgör" },
	{ "frånvarande", SINCE, PEOPLE, .read = pk_read_group,
		.help = "Ledamöter som inte är närvarande" },
	{ "övriga", SINCE, PEOPLE, .read = pk_read_group,
		.help = "Tjänstemän och andra som är med" },
	{ "grupper", SINCE, .type = PK_TYPE_MAP, .flags = PK_KEY_MANY, .children = &keys_grupp,
		.read = pk_read_own_groups, .help = "Egna grupper, till exempel personalföreträdare" },
};
TABLE(narvarande, "närvarande", rows_narvarande);

static const struct pk_key rows_chair[] = {
	{ "namn", SINCE, .type = PK_TYPE_WHO, .flags = PK_KEY_NEEDED, .read = pk_read_who,
		TO(pk_chair, who), .help = "Den som är ordförande", .example = "Karin Holm" },
	{ "paragrafer", SINCE, .type = PK_TYPE_SPANS, .read = pk_read_spans,
		TO(pk_chair, who.presence), .help = "Paragraferna som personen leder" },
};
TABLE(chair, NULL, rows_chair);

static const struct pk_key rows_signature[] = {
	{ "namn", SINCE, .type = PK_TYPE_WHO, .flags = PK_KEY_NEEDED, .read = pk_read_who,
		TO(pk_signature, who), .help = "Den som har skrivit under", .example = "Karin Holm" },
	{ "datum", SINCE, DAY(pk_signature, datum), .flags = PK_KEY_NEEDED,
		.help = "Dagen för underskriften" },
};
TABLE(signature, "signaturer", rows_signature);

static const struct pk_key rows_justering[] = {
	{ "justerare", SINCE, WHOS(pk_justering, justerare),
		.help = "Den eller de som justerar; \"Tomas Falk (SD), § 44\" för vissa paragrafer" },
	{ "ersättare", SINCE, WHOS(pk_justering, ersattare), .help = "Justerarens ersättare" },
	{ "plats", SINCE, LINE(pk_justering, plats), .help = "Platsen för justeringen" },
	{ "planerad", SINCE, .type = PK_TYPE_DATE_TIME, .read = pk_read_planned,
		.help = "Dagen som mötet bestämde; protokollet är fortfarande ett utkast" },
	{ "datum", SINCE, DAY(pk_justering, datum),
		.help = "Dagen för den sista underskriften: då är protokollet justerat" },
	{ "signering", SINCE, .type = PK_TYPE_WORD, .words = "penna digital ingen",
		.read = pk_read_justering_signing, .help = "Hur protokollet undertecknas" },
	{ "signaturer", SINCE, .type = PK_TYPE_MAP, .flags = PK_KEY_MANY,
		.children = &keys_signature, .read = pk_read_signatures,
		.help = "Digitala underskrifter: vem och när; den sista är justeringens dag" },
};
TABLE(justering, "justering", rows_justering);

static const struct pk_key rows_anslag[] = {
	{ "tavla", SINCE, LINE(pk_anslag, tavla),
		.help = "Anslagstavlan, som den ska nämnas i beviset" },
	{ "datum", SINCE, DAY(pk_anslag, datum),
		.help = "Dagen då anslaget sattes upp; annars justeringens dag" },
	{ "nedtas", SINCE, DAY(pk_anslag, nedtas),
		.help = "Dagen då anslaget tas ned; annars enligt inställningen nedtagande" },
	{ "förvaringsplats", SINCE, LINE(pk_anslag, forvaringsplats),
		.help = "Var protokollet förvaras" },
	{ "av", SINCE, LINE(pk_anslag, av), .help = "Den som sätter upp anslaget" },
};
TABLE(anslag, "anslag", rows_anslag);

static const struct pk_key rows_avsnitt[] = {
	{ "rubrik", SINCE, LINE(pk_section, rubrik), .flags = PK_KEY_NEEDED,
		.help = "Avsnittets rubrik", .example = "Barnkonsekvensanalys" },
	{ "text", SINCE, TEXT(pk_section, text), .help = "Avsnittets text" },
};
TABLE(avsnitt, "avsnitt", rows_avsnitt);

static const struct pk_key rows_bilaga[] = {
	{ "rubrik", SINCE, LINE(pk_section, rubrik), .flags = PK_KEY_NEEDED,
		.help = "Bilagans rubrik", .example = "Reservation" },
	{ "text", SINCE, TEXT(pk_section, text), .help = "Bilagans text, som trycks sist" },
	{ "fil", SINCE, LINE(pk_section, fil), .help = "En fil som bara nämns" },
};
TABLE(bilaga, "bilagor", rows_bilaga);

#define PART_LATER(name_, help_) \
	{ .name = (name_), .flags = PK_KEY_LATER, .part = PK_KEY_PART_LATER, .help = (help_) }
#define PART(id) .part = PK_KEY_PART + PK_PART_##id

static const struct pk_key rows_paragraf[] = {
	{ "nr", SINCE, .type = PK_TYPE_NR, .read = pk_read_nr,
		.help = "Paragrafens nummer: det första behövs, sedan löper de", .example = "330" },
	{ "rubrik", SINCE, LINE(pk_paragraf, rubrik), .flags = PK_KEY_NEEDED,
		.help = "Ärendets rubrik", .example = "Ekonomirapport april 2024" },
	{ "dnr", SINCE, LINE(pk_paragraf, dnr), .help = "Ärendets diarienummer" },
	LATER("dag", "Dagen för paragrafen, när mötet varar flera dagar"),
	LATER("tidigare", "Ärendets tidigare behandling"),
	PART_LATER("jäv", "De som anmäler jäv i ärendet"),
	PART_LATER("rättelser", "Rättelser som har gjorts efter justeringen"),
	{ "beslut", SINCE, .type = PK_TYPE_TEXT, .flags = PK_KEY_MANY | PK_KEY_OR_NO, PART(BESLUT),
		.read = pk_read_beslut, .help = "Beslutet, en punkt för varje; nej om inget skulle beslutas" },
	LATER("beslutsform", "Hur beslutspunkterna trycks"),
	PART_LATER("förslag", "Förslag till ett annat organ"),
	{ "motivering", SINCE, TEXT(pk_paragraf, motivering), PART(MOTIVERING),
		.help = "Skälen för beslutet" },
	{ "ärendebeskrivning", SINCE, TEXT(pk_paragraf, arendebeskrivning),
		PART(ARENDEBESKRIVNING), .help = "Ärendet och hur det behandlades" },
	{ "avsnitt", SINCE, .type = PK_TYPE_MAP, .flags = PK_KEY_MANY, .children = &keys_avsnitt,
		PART(AVSNITT), .read = pk_read_sections, TO(pk_paragraf, avsnitt),
		.help = "Egna avsnitt med rubrik och text" },
	PART_LATER("yrkanden", "Yrkanden på sammanträdet"),
	PART_LATER("propositionsordning", "Hur ordföranden ställde frågan"),
	PART_LATER("omröstningar", "Omröstningar med röster"),
	PART_LATER("deltar_inte", "De som inte deltar i beslutet"),
	LATER("ordförande", "Ordföranden för just denna paragraf"),
	PART_LATER("reservationer", "Reservationer mot beslutet"),
	PART_LATER("särskilda_yttranden", "Särskilda yttranden"),
	PART_LATER("anteckningar", "Protokollsanteckningar"),
	PART_LATER("delegationsbeslut", "Delegationsbeslut som redovisas"),
	PART_LATER("anmälningar", "Skrivelser som anmäls"),
	{ "beslutsunderlag", SINCE, .flags = PK_KEY_MANY, PART(BESLUTSUNDERLAG),
		.read = pk_read_lines, TO(pk_paragraf, beslutsunderlag),
		.help = "Handlingarna som låg till grund" },
	PART_LATER("omedelbar_justering", "Om paragrafen justeras omedelbart"),
	{ "mottagare", SINCE, .flags = PK_KEY_MANY, PART(MOTTAGARE), .read = pk_read_receivers,
		TO(pk_paragraf, mottagare), .help = "De som beslutet skickas till" },
	LATER("sekretess", "Vad den offentliga utgåvan inte visar"),
	LATER("överklagande", "Hur beslutet överklagas"),
	LATER("val", "Val som förrättas"),
	LATER("lottning", "Lottning som förrättas"),
	LATER("interpellationer", "Interpellationer och frågor"),
};
const struct pk_key_table pk_keys_paragraf = {
	"paragraf", "paragrafer", rows_paragraf, PK_COUNT(rows_paragraf)
};

static const struct pk_key rows_organ[] = {
	{ "namn", SINCE, LINE(pk_organ, namn), .flags = PK_KEY_NEEDED,
		.help = "Organets namn", .example = "Socialnämnden" },
	{ "kort", SINCE, STR(pk_organ, kort), .help = "Kort namn, som ett möte får skriva i stället" },
	LATER("antal_ledamöter", "Hur många ledamöter organet har"),
	LATER("ledamöter", "Ledamöterna, med parti och tid"),
	LATER("ersättare", "Ersättarna i den ordning de kallas in"),
};
TABLE(organ, NULL, rows_organ);

static const struct pk_key rows_look[] = {
	{ "accentfärg", SINCE, .flags = PK_KEY_EMPTY_TOO, .read = pk_read_colour,
		TO(pk_settings, accent), .help = "Kommunens färg, inom citattecken", .example = "\"#1b5e8a\"" },
	{ "logotyp", SINCE, LINE(pk_settings, logo), .help = "En bildfil (PNG eller JPEG)" },
	{ "alt", SINCE, STR(pk_settings, logo_alt),
		.help = "Logotypen i ord, för den som inte ser den" },
};
TABLE(look, "utseende", rows_look);

static const struct pk_key rows_labels[] = {
#define L(id, key, words_) { (key), SINCE, STR(pk_settings, labels[PK_LABEL_##id]), \
	.help = "Etikett i stället för: " words_ },
#include "meeting/labels.def"
#undef L
	LATER("jäv", "Etikett i stället för: Jäv"),
	LATER("yrkanden", "Etikett i stället för: Yrkanden"),
	LATER("propositionsordning", "Etikett i stället för: Propositionsordning"),
	LATER("omröstningar", "Etikett i stället för: Omröstning"),
	LATER("reservationer", "Etikett i stället för: Reservation"),
};
TABLE(labels, NULL, rows_labels);

static const struct pk_key rows_sign[] = {
	{ "prefix", SINCE, STR(pk_settings, prefix), .help = "Ord före paragraftecknet: SN § 41" },
	{ "årtal", SINCE, YES_NO(pk_settings, year), .help = "Om året trycks efter numret: § 41/2024" },
	{ "flertecken", SINCE, .type = PK_TYPE_WORD, .words = "§ §§", .read = pk_read_plural_sign,
		TO(pk_settings, plural_sign), .help = "Tecknet före flera nummer" },
	{ "ny_sida", SINCE, YES_NO(pk_settings, new_page), .help = "Om varje paragraf börjar på en ny sida" },
};
TABLE(sign, "paragraf", rows_sign);

static const struct pk_key rows_nedtagande[] = {
	{ "dagar", SINCE, .type = PK_TYPE_NUMBER, .flags = PK_KEY_NEEDED, .read = pk_read_days,
		.help = "Hur många dagar anslaget är uppe", .example = "23" },
};
TABLE(nedtagande, NULL, rows_nedtagande);

static const struct pk_key rows_footer[] = {
	{ "signaturrutor", SINCE, YES_NO(pk_settings, signature_boxes),
		.help = "Om sidfoten har rutor för justerarnas signaturer" },
	{ "utdragsbestyrkande", SINCE, YES_NO(pk_settings, certification),
		.help = "Om sidfoten har en ruta för utdragsbestyrkande" },
};
TABLE(footer, "sidfot", rows_footer);

static const struct pk_key rows_usual[] = {
	{ "signering", SINCE, .type = PK_TYPE_WORD, .words = "penna digital ingen",
		.read = pk_read_signing, TO(pk_settings, signing),
		.help = "Hur protokoll undertecknas, om mötet inte säger annat" },
	LATER("röstredovisning", "Hur omröstningar trycks"),
	LATER("beslutsform", "Hur beslutspunkter trycks"),
};
TABLE(usual, "standard", rows_usual);

#define BOTH .flags = PK_KEY_SETTINGS
#define INNER(table) .type = PK_TYPE_MAP, .children = &(table), .read = pk_read_children
#define LATER_SETTING(name_, help_) { .name = (name_), \
	.flags = PK_KEY_LATER | PK_KEY_SETTINGS | PK_KEY_NOT_MEETING, .help = (help_) }

static const struct pk_key rows_top[] = {
	{ "kommun", SINCE, LINE(pk_meeting, kommun), BOTH, .help = "Kommunens namn" },
	{ "organ", SINCE, .type = PK_TYPE_LINE_OR_MAP, .children = &keys_organ,
		.flags = PK_KEY_SETTINGS | PK_KEY_NEEDED | PK_KEY_MANY, .turn = 1, .read = pk_read_organ,
		.help = "Organet som sammanträder, eller dess korta namn", .example = "Socialnämnden" },
	{ "titel", SINCE, LINE(pk_meeting, titel),
		.help = "Dokumentets titel, om den inte ska vara Sammanträdesprotokoll" },
	{ "mall", SINCE, LINE(pk_meeting, mall), BOTH,
		.help = "Mallen: standard, enkel eller en egen fil" },
	{ "nummer", SINCE, LINE(pk_meeting, nummer), .help = "Sammanträdets nummer: nr 5" },
	{ "datum", SINCE, .type = PK_TYPE_DATE, .flags = PK_KEY_NEEDED, .read = pk_read_meeting_day,
		TO(pk_meeting, datum), .help = "Dagen för sammanträdet", .example = "2024-05-21" },
	{ "tid", SINCE, .type = PK_TYPE_TIME, .read = pk_read_clock, TO(pk_meeting, tid),
		.help = "Sammanträdets tid: 13.00–16.10" },
	{ "plats", SINCE, LINE(pk_meeting, plats), .help = "Platsen för sammanträdet" },
	{ "utkast", SINCE, .type = PK_TYPE_YES_NO, .read = pk_read_forced, TO(pk_meeting, utkast),
		.help = "Tvingar fram ett utkast (ja) eller ett färdigt protokoll (nej)" },
	LATER("ajournering", "Avbrott i sammanträdet"),
	LATER("öppet", "Om sammanträdet är öppet för allmänheten"),
	{ "närvarande", SINCE, .type = PK_TYPE_MAP, .children = &keys_narvarande, .turn = 2,
		.read = pk_read_narvarande, .help = "De som är med, och de som inte är det" },
	{ "ordförande", SINCE, .type = PK_TYPE_WHO_OR_MAP, .flags = PK_KEY_MANY,
		.children = &keys_chair, .read = pk_read_chairs,
		.help = "Mötets ordförande, om ingen rad i närvarande säger det" },
	{ "sekreterare", SINCE, PEOPLE, .turn = 1, .read = pk_read_secretaries,
		.help = "Den som för protokollet" },
	{ "justering", SINCE, .type = PK_TYPE_MAP, .children = &keys_justering,
		.read = pk_read_justering,
		.help = "Vem som justerar, var och när" },
	{ "anslag", SINCE, .type = PK_TYPE_MAP, .flags = PK_KEY_MANY | PK_KEY_OR_NO,
		.children = &keys_anslag, .read = pk_read_anslag,
		.help = "Anslaget om justeringen; nej om protokollet inte anslås" },
	{ "bilagor", SINCE, .type = PK_TYPE_MAP, .flags = PK_KEY_MANY, .children = &keys_bilaga,
		.read = pk_read_bilagor, TO(pk_meeting, bilagor), .help = "Bilagorna, numrerade i ordning" },
	{ "paragrafer", SINCE, .type = PK_TYPE_MAP, .flags = PK_KEY_MANY,
		.children = &pk_keys_paragraf, .turn = 3, .read = pk_read_paragrafer,
		.help = "Ärendena, en paragraf för varje" },
	{ "avsnitt", SINCE, .type = PK_TYPE_MAP, .flags = PK_KEY_MANY, .children = &keys_avsnitt,
		.read = pk_read_sections, TO(pk_meeting, avsnitt),
		.help = "Avsnitten i ett möte utan paragrafer" },
	LATER("tysta", "Anmärkningar som inte ska visas"),
	{ "utseende", SINCE, INNER(keys_look), BOTH, TO(pk_meeting, settings),
		.help = "Kommunens färg och logotyp" },
	{ "etiketter", SINCE, INNER(keys_labels), BOTH, TO(pk_meeting, settings),
		.help = "Egna ord i stället för mallens etiketter" },
	{ "avsnittsordning", SINCE, .type = PK_TYPE_WORD, .flags = PK_KEY_SETTINGS | PK_KEY_MANY,
		.read = pk_read_order, TO(pk_meeting, settings), .help = "Ordningen på en paragrafs delar" },
	{ "paragraf", SINCE, INNER(keys_sign), BOTH, TO(pk_meeting, settings),
		.help = "Hur paragrafens nummer trycks" },
	{ "nedtagande", SINCE, .type = PK_TYPE_MAP, .children = &keys_nedtagande,
		.flags = PK_KEY_SETTINGS | PK_KEY_OR_WORD, .read = pk_read_nedtagande,
		.words = "dagen-efter nasta-vardag till-och-med ingen", TO(pk_meeting, settings),
		.help = "När anslaget tas ned, om mötet inte säger en dag" },
	{ "sidfot", SINCE, INNER(keys_footer), BOTH, TO(pk_meeting, settings),
		.help = "Vad sidfoten har för rutor" },
	{ "standard", SINCE, INNER(keys_usual), BOTH, TO(pk_meeting, settings),
		.help = "Vad som gäller när mötet inte säger annat" },
	LATER_SETTING("bygger_på", "En annan inställningsfil som denna bygger på"),
	LATER_SETTING("föredragningslista", "Föredragningslistans kolumner"),
	LATER_SETTING("sidnummer", "Sidnumrens början och noggrannhet"),
	LATER_SETTING("numrering", "Om paragraferna numreras per år eller sammanträde"),
	LATER_SETTING("bevis", "Var anslagsbeviset trycks"),
};
const struct pk_key_table pk_keys_top = { "meeting", NULL, rows_top, PK_COUNT(rows_top) };

const struct pk_key_table *const pk_key_tables[] = {
	&pk_keys_top, &keys_narvarande, &keys_grupp, &keys_person, &keys_chair, &keys_justering,
	&keys_signature, &keys_anslag, &keys_avsnitt, &keys_bilaga, &pk_keys_paragraf, &keys_organ,
	&keys_look, &keys_labels, &keys_sign, &keys_nedtagande, &keys_footer, &keys_usual, NULL
};

const struct pk_key *pk_key_find(const struct pk_key_table *table, struct pk_str name)
{
	for (size_t i = 0; i < table->n; i++) {
		if (pk_text_same_key(pk_str_of(table->v[i].name), name))
			return &table->v[i];
	}
	return NULL;
}

void pk_key_put_twin(struct pk_out *out, struct pk_str name)
{
	for (size_t at = 0; at < name.n;) {
		uint32_t c = pk_text_next(name, &at);

		pk_put_char(out, c == 0xE5 || c == 0xE4 ? 'a' : c == 0xF6 ? 'o' : c == 0xE9 ? 'e' : c);
	}
}
