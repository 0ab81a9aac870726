/* The table. A key is a row: what it is called, what it takes, where it goes, what it is for. */
#include "meeting/schema.h"

#include "base/text.h"
#include "meeting/rows.h"

#define PEOPLE .type = PK_TYPE_LINE_OR_MAP, .flags = PK_KEY_MANY, .children = &keys_person

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

static const struct pk_key rows_bilaga[] = {
	{ "rubrik", SINCE, LINE(pk_section, rubrik), .flags = PK_KEY_NEEDED,
		.help = "Bilagans rubrik", .example = "Reservation" },
	{ "text", SINCE, TEXT(pk_section, text), .help = "Bilagans text, som trycks sist" },
	{ "fil", SINCE, LINE(pk_section, fil), .help = "En fil som bara nämns" },
};
TABLE(bilaga, "bilagor", rows_bilaga);

static const struct pk_key rows_registered[] = {
	{ "nyckel", SINCE, STR(pk_registered, nyckel),
		.help = "Ett kort namn, som möten får skriva i stället för namnet" },
	{ "namn", SINCE, STR(pk_registered, namn), .flags = PK_KEY_NEEDED,
		.help = "Personens namn; Vakant för en tom plats", .example = "Karin Holm" },
	{ "parti", SINCE, STR(pk_registered, parti), .help = "Partiets beteckning" },
	{ "roll", SINCE, .type = PK_TYPE_WORD, .read = pk_read_register_role,
		TO(pk_registered, role),
		.help = "Rollen i organet: ordförande, vice ordförande, ledamot och så vidare" },
	{ "från", SINCE, .type = PK_TYPE_DATE, .read = pk_read_date, TO(pk_registered, fran), .help = "Första dagen i uppdraget" },
	{ "till", SINCE, .type = PK_TYPE_DATE, .read = pk_read_date, TO(pk_registered, till), .help = "Sista dagen i uppdraget" },
};
TABLE(registered, "ledamöter", rows_registered);

static const struct pk_key rows_organ[] = {
	{ "namn", SINCE, LINE(pk_organ, namn), .flags = PK_KEY_NEEDED,
		.help = "Organets namn", .example = "Socialnämnden" },
	{ "kort", SINCE, STR(pk_organ, kort), .help = "Kort namn, som ett möte får skriva i stället" },
	{ "antal_ledamöter", SINCE, .type = PK_TYPE_NUMBER, .read = pk_read_seats,
		TO(pk_organ, seats), .help = "Hur många ledamöter organet har" },
	{ "ledamöter", SINCE, MAPS(keys_registered, pk_read_registered),
		.help = "Ledamöterna, med parti och tid" },
	{ "ersättare", SINCE, MAPS(keys_registered, pk_read_registered),
		.help = "Ersättarna i den ordning de kallas in" },
};
TABLE(organ, NULL, rows_organ);

static const struct pk_key rows_look[] = {
	{ "accentfärg", SINCE, .flags = PK_KEY_EMPTY_TOO, .read = pk_read_colour,
		TO(pk_settings, accent), .help = "Kommunens färg, inom citattecken", .example = "\"#1b5e8a\"" },
	{ "logotyp", SINCE, LINE(pk_settings, logo), .help = "En bildfil (PNG, JPEG eller SVG; till DOCX behöver en SVG sin PNG bredvid)" },
	{ "alt", SINCE, STR(pk_settings, logo_alt),
		.help = "Logotypen i ord, för den som inte ser den" },
};
TABLE(look, "utseende", rows_look);

static const struct pk_key rows_labels[] = {
#define L(id, key, words_) { (key), SINCE, STR(pk_settings, labels[PK_LABEL_##id]), \
	.help = "Etikett i stället för: " words_ },
#include "meeting/labels.def"
#undef L
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

static const struct pk_key rows_agenda[] = {
	{ "dnr", SINCE, YES_NO(pk_settings, agenda_dnr),
		.help = "Om föredragningslistan har en kolumn med diarienummer" },
	{ "sida", SINCE, WORD(pk_settings, agenda_page, "spann första nej"),
		.help = "Om föredragningslistan säger sidorna, bara den första, eller inga" },
};
TABLE(agenda, "föredragningslista", rows_agenda);

static const struct pk_key rows_pages[] = {
	{ "start", SINCE, .type = PK_TYPE_NUMBER, .read = pk_read_page_start,
		.help = "Den första sidans nummer, när sidorna löper över året" },
	{ "exakt", SINCE, YES_NO(pk_settings, exact_pages),
		.help = "Om LibreOffice räknar sidorna, i stället för programmets egen beräkning" },
};
TABLE(pages, "sidnummer", rows_pages);

static const struct pk_key rows_bevis[] = {
	{ "sida", SINCE, WORD(pk_settings, bevis_page, "första andra sista"),
		.help = "Sidan där anslagsbeviset står" },
	{ "sista_dag", SINCE, YES_NO(pk_settings, bevis_last_day),
		.help = "Om beviset säger sista dagen att överklaga" },
	{ "fylls_i_för_hand", SINCE, YES_NO(pk_settings, bevis_by_hand),
		.help = "Om bevisets dagar lämnas tomma för en penna" },
};
TABLE(bevis, "bevis", rows_bevis);

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
	{ "röstredovisning", SINCE, .type = PK_TYPE_WORD, .words = "summa löptext rader matris",
		.read = pk_read_vote_layout, TO(pk_settings, vote_layout),
		.help = "Hur omröstningar trycks" },
	{ "beslutsform", SINCE, .type = PK_TYPE_WORD, .words = "punkter att löptext",
		.read = pk_read_choice_past_default, TO(pk_settings, beslutsform),
		.help = "Hur beslutspunkter trycks" },
};
TABLE(usual, "standard", rows_usual);

static const struct pk_key rows_break[] = {
	{ "tid", SINCE, .type = PK_TYPE_TIME, .read = pk_read_clock, TO(pk_ajournering, tid),
		.help = "Avbrottets tid: 14.10–14.25" },
	{ "skäl", SINCE, LINE(pk_ajournering, skal), .help = "Skälet: kaffe" },
	{ "paragraf", SINCE, .type = PK_TYPE_SPANS, .read = pk_read_spans,
		TO(pk_ajournering, paragraf), .help = "Paragrafen som behandlas" },
};
TABLE(break, "ajournering", rows_break);

static const struct pk_key rows_silence[] = {
	{ "kod", SINCE, LINE(pk_silenced, kod), .flags = PK_KEY_NEEDED,
		.help = "Anmärkningens kod", .example = "P071" },
	{ "skäl", SINCE, LINE(pk_silenced, skal), .flags = PK_KEY_NEEDED,
		.help = "Varför den inte ska visas", .example = "Besluten skickas inte vidare." },
	{ "paragraf", SINCE, .type = PK_TYPE_NR, .read = pk_read_nr_of_meeting,
		TO(pk_silenced, paragraf), .help = "Paragrafen det gäller; annars alla" },
};
TABLE(silence, "tysta", rows_silence);

#define BOTH .flags = PK_KEY_SETTINGS
#define INNER(table) .type = PK_TYPE_MAP, .children = &(table), .read = pk_read_children

static const struct pk_key rows_top[] = {
	{ "kommun", SINCE, LINE(pk_meeting, kommun), BOTH, .help = "Kommunens namn" },
	{ "organ", SINCE, .type = PK_TYPE_LINE_OR_MAP, .children = &keys_organ,
		.flags = PK_KEY_SETTINGS | PK_KEY_NEEDED | PK_KEY_MANY, .turn = 3, .read = pk_read_organ,
		.help = "Organet som sammanträder, eller dess korta namn", .example = "Socialnämnden" },
	{ "titel", SINCE, LINE(pk_meeting, titel),
		.help = "Dokumentets titel, om den inte ska vara Sammanträdesprotokoll" },
	{ "mall", SINCE, LINE(pk_meeting, mall), BOTH,
		.help = "Mallen: standard, enkel, klassisk eller en egen fil" },
	{ "nummer", SINCE, LINE(pk_meeting, nummer), .help = "Sammanträdets nummer: nr 5" },
	{ "datum", SINCE, .type = PK_TYPE_DATE, .flags = PK_KEY_NEEDED | PK_KEY_MANY,
		.turn = 3, .read = pk_read_meeting_days,
		.help = "Dagen för sammanträdet, eller dagarna i ordning", .example = "2024-05-21" },
	{ "tid", SINCE, .type = PK_TYPE_TIME, .read = pk_read_clock, TO(pk_meeting, tid),
		.help = "Sammanträdets tid: 13.00–16.10" },
	{ "plats", SINCE, LINE(pk_meeting, plats), .help = "Platsen för sammanträdet" },
	{ "utkast", SINCE, .type = PK_TYPE_YES_NO, .read = pk_read_forced, TO(pk_meeting, utkast),
		.help = "Tvingar fram ett utkast (ja) eller ett färdigt protokoll (nej)" },
	{ "ajournering", SINCE, .type = PK_TYPE_LINE_OR_MAP, .flags = PK_KEY_MANY,
		.children = &keys_break, .read = pk_read_breaks,
		.help = "Avbrott i sammanträdet: \"14.10–14.25, kaffe, § 42\"" },
	{ "öppet", SINCE, .type = PK_TYPE_SPANS, .flags = PK_KEY_OR_YES_NO, .read = pk_read_open,
		.help = "Om sammanträdet är öppet för allmänheten, eller paragraferna då det är det" },
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
	{ "numrering", SINCE, .type = PK_TYPE_WORD, BOTH, .words = "år sammanträde",
		.read = pk_read_numbering, TO(pk_meeting, settings), .turn = 3,
		.help = "Om paragraferna numreras per år eller sammanträde" },
	{ "bilagor", SINCE, .type = PK_TYPE_MAP, .flags = PK_KEY_MANY, .children = &keys_bilaga,
		.turn = 3, .read = pk_read_bilagor, TO(pk_meeting, bilagor), .help = "Bilagorna, numrerade i ordning" },
	{ "paragrafer", SINCE, .type = PK_TYPE_MAP, .flags = PK_KEY_MANY,
		.children = &pk_keys_paragraf, .turn = 3, .read = pk_read_paragrafer,
		.help = "Ärendena, en paragraf för varje" },
	{ "avsnitt", SINCE, .type = PK_TYPE_MAP, .flags = PK_KEY_MANY, .children = &pk_keys_avsnitt,
		.read = pk_read_sections, TO(pk_meeting, avsnitt),
		.help = "Avsnitten i ett möte utan paragrafer" },
	{ "tysta", SINCE, MAPS(keys_silence, pk_read_silenced),
		.help = "Anmärkningar som inte ska visas, och varför" },
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
	{ "föredragningslista", SINCE, INNER(keys_agenda), BOTH, TO(pk_meeting, settings),
		.help = "Föredragningslistans kolumner" },
	{ "bevis", SINCE, INNER(keys_bevis), BOTH, TO(pk_meeting, settings),
		.help = "Var anslagsbeviset står och vad det säger" },
	{ "bygger_på", SINCE, .flags = PK_KEY_SETTINGS | PK_KEY_NOT_MEETING, .read = pk_read_line,
		TO(pk_meeting, settings.builds_on),
		.help = "En annan inställningsfil som denna bygger på: ../protokoll.yaml" },
	{ "sidnummer", SINCE, INNER(keys_pages), BOTH, TO(pk_meeting, settings),
		.help = "Sidnumrens början och noggrannhet" },
};
const struct pk_key_table pk_keys_top = { "meeting", NULL, rows_top, PK_COUNT(rows_top) };

const struct pk_key_table *const pk_key_tables[] = {
	&pk_keys_top, &keys_narvarande, &keys_grupp, &keys_person, &keys_chair, &keys_justering,
	&keys_signature, &keys_anslag, &pk_keys_avsnitt, &keys_bilaga, &keys_break, &keys_silence,
	&pk_keys_paragraf, &pk_keys_tidigare, &pk_keys_jav, &pk_keys_rattelse, &pk_keys_forslag, &pk_keys_yrkande, &pk_keys_summa, &pk_keys_omrostning, &pk_keys_reservation, &pk_keys_anteckning, &pk_keys_delegation, &pk_keys_anmalan, &pk_keys_omedelbar, &pk_keys_mottagare, &pk_keys_sekretess,
	&keys_organ, &keys_registered, &keys_look, &keys_labels, &keys_sign, &keys_agenda, &keys_pages,
	&keys_nedtagande, &keys_bevis, &keys_footer, &keys_usual, NULL
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
