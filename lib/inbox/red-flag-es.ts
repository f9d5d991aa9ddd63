import { spanishEveryday } from "./red-flag-everyday-es";
import { spanishLowering } from "./red-flag-lowering-es";
import type { FlagLanguage } from "./red-flag-signs";
import { bodySigns } from "./red-flag-signs-es-body";
import { infantSigns } from "./red-flag-signs-es-infant";
import { mindSigns } from "./red-flag-signs-es-mind";
import { motherSigns } from "./red-flag-signs-es-mother";

/** Without accents and tildes; how a word sounds is enough. */
export const spanish: FlagLanguage = {
  language: "es",
  signs: [bodySigns, mindSigns, motherSigns, infantSigns],
  groups: {
    bebe: "bebe|bb|bebes|bebito|bebita|nene|nena|nino|nina|recien|nacido|criatura|hijo|hija|hijito|hijita|chiquito|chiquita|baby|gordo|gordito|gordita|gemelos|gemelo|gemela|ninito|ninita|bebecito|bebecita|bebesito|beba|chamaco|chamaquito",
    nino: "bebe|bb|bebes|bebito|bebita|nene|nena|nino|nina|nacido|hijo|hija|hijito|hijita|chiquito|chiquita|baby|gordo|gordito|gordita|gemelo|gemela|el|ella|esta|lo|la|beba|bebecito|bebesito|ninito|ninita",
    dolor: "dolor|dolores|dolorcito|dolorazo|punzada|punzadas|dolorsito|dolo",
    duele: "duele|duelen|dolia|doliendo|duela|dolio|dule|duelle|doler|duel|adolorida|adolorido",
    dura: "quita|quitan|dias|horas|semana|semanas|pasa|va|ayer|noche|siempre|aguanto|soporto|nada|calma|desde|manana|peor|tylenol|tiempo|constante|cede|baja",
    bad: "fuerte|fuertes|fuertisimo|fuertisima|horrible|mucho|mucha|muchisimo|muchisima|terrible|intenso|intensa|insoportable|feo|fea|demasiado|demasiada|bien|tanto|bastante|muy|severo|severa|peor|grave|extremo|extrema|mal|un monton|arto|harto",
    borroso: "borroso|borrosa|borrosos|nublado|nublada|nubladas|borosa|boroso|vorroso|empanada",
    veo: "veo|ver|viendo|vista|mira|miro|ve|mirando|vi|ben",
    hinchado:
      "hinchado|hinchada|hinchados|hinchadas|hinchazon|hincho|hincha|hinchan|hincharon|hinchando|inflamada|inflamado|inflamadas|inflamados|hinche|inchason|hinchadita|hinchadito|inflamo",
    cara: "cara|manos|mano|dedos|ojos|parpados|cachetes|rostro|carita|ojo",
    vomito:
      "vomito|vomitos|vomita|vomitando|vomitado|vomitar|vomite|vomitan|vomitar|devolviendo|guacareo|vomitada|vomitaba|devuelve|devuelvo|gomitando|gomito|gomita|basca|vasca",
    parar: "para|parar|paran|detiene|detener|controla|deja|dejo|quita|paro|parado|cesa|pare|calma|calmar",
    panza:
      "panza|vientre|barriga|estomago|abdomen|pansa|barriguita|pancita|tripa|pelvis|estomago|estomgo|estomajo|ombligo|vajo",
    mueve:
      "mueve|moverse|mover|movido|moviendo|movio|muebe|movimiento|movimientos|muve|mueva|moviendose|meneado|menea|muever|movia|muevia",
    siento: "siento|sentir|sentido|siente|senti|sintiendo|ciento|sentirlo|sentirla|siendo",
    menos: "menos|poco|poquito|apenas|casi|lento|despacio|poquitas|pocas|debil|debiles|disminuido|pocos",
    rompio:
      "rompio|rompi|ronpi|rompieron|rota|roto|reventada|revento|romper|romperse|rompe|rompido|rompieran|ronpio|rrompio|quebro",
    sale: "sale|saliendo|salio|salen|salido|saliendome|sali|baja|bajando|bajo|escurre|salia|saliendole|botando|vota|chorrea|chorreando",
    sangro:
      "sangro|sangra|sangrando|sangrado|sangrados|sangramiento|sangran|sangre|sangrar|sangraba|sangriento|sagrado|sagrando|hemorragia|sangando|sangradito",
    mucho:
      "mucho|mucha|muchisimo|muchisima|bastante|demasiado|demasiada|abundante|fuerte|muchos|muchas|demasiados|tanta|tanto|harta|arta|arto|exceso|demaciado|demaciada|feo|chorros|mares",
    coagulo: "coagulo|coagulos|cuagulo|cuagulos|coajulos|quagulos|pedazos|cuajos|cuajarones",
    herida:
      "herida|cesarea|puntos|cicatriz|ombligo|cortada|episiotomia|sutura|puntadas|costura|sesaria|cesaria|circuncision|operacion",
    atragantar:
      "atragant*|atraganta|atragantando|atraganto|atragantado|atragantada|ahogando|atorando|atorado|atorada|atragando",
    cierra: "cierra|cerrando|cerro|cerrada|cerrar|sierra",
    respirar:
      "respirar|respira|respiro|respirando|respiracion|respire|respirado|resprar|respiraba|respirer|respitar|respiras|respirr",
    falta: "falta|faltando|faltaba|faltandome|hace|falto|farta|falla",
    cuesta: "cuesta|costando|cuesto|costado|trabajo|batallo|batalla|batallando|puesta|cueta",
    dificultad: "dificultad|problemas|problema|dificil|dificultades|trabajo|dificultat",
    ahogar:
      "ahogo|ahogando|ahoga|ahogandome|ahogandose|ahogada|ahogado|ahogue|ahogan|sofoco|sofocando|sofoca|sofocada",
    presion: "presion|opresion|apretado|punzada|punzadas|ardor|peso",
    adormecido:
      "adormece|duerme|entume|adormecido|adormecida|dormido|dormida|entumido|entumida|paralizado|paralizada|entumecido|entumecida|adormecio|durmio|paralizo|hormigueo",
    trago:
      "trago|tomo|comio|bebio|tome|trague|trajo|ingirio|tragado|tomado|bebido|bebi|chupo|tragaron|tragose|metio",
    veneno:
      "veneno|cloro|detergente|pinol|fabuloso|gasolina|raticida|insecticida|quimico|quimicos|jabon|blanqueador|desinfectante|limpiador|suavitel|amoniaco|alcohol|thinner|perfume|acido|sosa|lejia|diesel|petroleo|acetona|matarratas",
    tome: "tome|tomo|tomado|tomaron|tomar|tomando|trague|di|trago|tomarme|tomarse|tomaste|tomarmelas|dio|tomarmela",
    muchas:
      "muchas|muchos|todas|todos|frasco|bote|bastantes|demasiadas|demasiados|monton|puno|punado|10|12|15|20|25|30|40|50|60|veinte|treinta|diez|caja|vida|varias",
    pastillas:
      "pastillas|pastilla|pildoras|pastiyas|tylenol|medicina|medicamento|medicamentos|medicinas|tabletas|paracetamol|insulina|capsulas|ibuprofeno|droga|drogas|clonazepam|pepas",
    golpe:
      "golpe|golpeo|golpee|pego|pegue|golpeado|golpazo|golpearon|golpie|golpio|cayo|cai|descalabro|trancazo",
    cayo: "cayo|cai|caido|caida|caimos|caer|callo|tiro|tire|caio|calo",
    llamo:
      "llamo|llamar|llame|llamen|llamaron|llamando|llamado|necesito|manden|mande|marque|marco|marcar|mandeme|mandenme|yame|ocupo|pidan|hablo|hable|hablen|hablar",
    urge: "urge|voy|vamos|fui|ir|llevo|llevando|llevar|lleve|estoy|sala",
    quiero:
      "quiero|quisiera|kiero|kero|queria|ganas|pienso|pensando|pensado|quiere|intente|intento|deseo|prefiero|gustaria|debo|deberia|quero|pensamientos|intentado|dan|intentando|idea|planeo|planeando|ojala|kisiera|pense|voy",
    quiere: "iba|quiere|va|intento|trato|amenaza|quizo|queria|quieren|van|juro|quiso|dijo|dice",
    quitar: "quitar|quitarme|quitarse|quito|quite|quita|quitarle",
    danar:
      "danar|lastimar|matar|ahogar|sacudir|pegarle|hacerle|aventar|tirar|sacudi|sofocar|ahorcar|golpear|lastimarle|sacudo|asfixiar|pegar",
    pensar:
      "pienso|pensado|pensamientos|pensando|pensamiento|imagino|ganas|ideas|impulso|impulsos|pense|miedo",
    pega: "pega|pego|pegando|golpea|golpeo|golpeando|golpeado|pegado|pegue|patea|pateo|ahorca|ahorco|empuja|empujo|cachetea|cacheteo|pegaba|golpeaba|maltrata|maltrato|abusa|abuso|ahorcando|ataca|ataco|avienta|avento|violo|viola|lastima|lastimo|obliga|jala|pegar|estrangula|maltratando|madrea|jalonea",
    hombre:
      "esposo|marido|novio|pareja|hombre|ex|papa|padre|padrastro|esposa|novia|suegro|viejo|companero|conyuge|tio|hermano|hijo|el",
    amenaza: "amenaza|amenazo|amenazando|amenazado|amenasa|amenazas|amenazaron|amenasando|amenazan|amenaso",
    miedo: "miedo|temo|terror|mieda|pavor",
    oigo: "oigo|escucho|oyendo|escuchando|oir|escuchar|oi|escuche|oye|hoigo",
    llorar: "lloro|llorando|llorar|llora|llore",
    fiebre:
      "fiebre|calentura|calenturas|fievre|fiebrecita|calenturita|fiebrre|calenturienta|temperatura|fibre|fiebe|calentado",
    azul: "azul|morado|morada|azulado|azulada|moradito|moradita|gris|azules|morados|grises|azulito|azulita|moradas|azuloso|violeta",
    labios:
      "labios|labio|boca|boquita|lengua|dedos|manos|unas|cara|carita|labiecitos|piel|pies|labiesitos|labiecillos",
    puso: "puso|pone|poniendo|pusieron|ponen|puesto|ponia|torno|quedo|puzo",
    hunde: "hunde|hunden|hundiendo|sume|sumen|sumiendo|hundida|mete|meten",
    come: "come|comer|comiendo|comido|mama|mamar|mamando|toma|tomar|tomando|pecho|leche|biberon|chupa|traga|succiona|agarra|comio|tomado|alimenta|lacta|prende|mamila|quiere|agarrar|lactar|alimentarse",
    orina:
      "orina|orinado|orinar|orinando|mojado|moja|pipi|chichi|pis|mojando|moje|orino|mojo|hecho|mojados|meado|mear",
    aguanta: "aguanta|tolera|retiene|acepta|queda|quiere|recibe",
    nada: "nada|todo",
  },
  slips: {
    que: "k q ke qe",
    no: "noo nop",
    porque: "xq pq porq porke",
    bebe: "veve bbe vebe bebee beve baby bbb",
    bebito: "vevito bevito",
    respirar: "respirrar rrespirar respiar respirar respitar rspirar respirrar resirar respilar",
    duele: "dule duele duelee deule dueleme",
    cabeza: "cabesa cavesa caveza kbza kabeza cabez cabza",
    pecho: "pexo peco pcho",
    estomago: "estomgo estomajo estogamo stomago estomag",
    sangre: "sagre sangree sanger sange sangere",
    sangrando: "sagrando sangando sangrado sangradno sangrano",
    fiebre: "fievre fibre fiebe fiebrre fierbe fiebr",
    quiero: "kiero kero qiero quero qiro",
    morir: "moril morrir morirr murir",
    siento: "ciento ziento sento siemto",
    mueve: "muebe mueve mube muve mueben mueven",
    aire: "aier haire ayre",
    puedo: "puedo pudo pued puefo pedo pueo",
    puede: "pued puee",
    vomitando: "bomitando gomitando vomitado",
    hinchada: "inchada hinxada ynchada ynchado ynchados ynchadas",
    mucho: "muxo muho mcho musho",
    mucha: "muxa musha",
    fuente: "fuete fuent juente",
    ambulancia: "anbulancia hambulancia ambulansia ambulacia",
    pastillas: "pastiyas pastias pastilla",
    embarazada: "enbarazada embarasada embarazda",
  },
  joined: {
    "bien fuerte": "fuerte",
    "a pegado": "pegado",
    "a golpeado": "golpeado",
    "resien nacido": "bebe",
    "recien nacido": "bebe",
    "recien nacida": "bebe",
    "un monton": "monton",
  },
  misspelled: `sangrando sangrado respirar respirando respiracion hinchada hinchado hinchazon vomitando convulsion convulsiones
    desmayada desmayo desmaye contracciones sobredosis emergencia ambulancia hemorragia coagulos cabeza estomago
    suicidarme inconsciente movimiento movimientos palpitaciones calentura escalofrios ictericia borrosa borroso
    mareada mareos infarto ahogando`,
  everyday: spanishEveryday,
  lowering: spanishLowering,
};
