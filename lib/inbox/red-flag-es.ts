import { spanishEveryday } from "./red-flag-everyday-es";
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
      "adormecido|adormecida|dormido|dormida|entumido|entumida|paralizado|paralizada|entumecido|entumecida|adormecio|durmio|paralizo|hormigueo",
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
    quiere: "quiere|va|intento|trato|amenaza|quizo|queria|quieren|van|juro|quiso|dijo|dice",
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
    hinchada: "inchada hinxada",
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
  lowering: {
    nominal: "sin|ningun|ninguna|niega|cero",
    verbal: "no|nunca|tampoco|jamas|ya no",
    between: "de|nada|mas|ningun|ninguna|un|una|el|la|los|las|mi|al|ya",
    doing:
      "tengo|tiene|ha|he|hay|tenido|tuve|tuvo|habido|me|le|presenta|presento|siento|sentido|noto|notado|veo|visto|esta|estoy|quiero|voy|a|hubo|doy|tenemos",
    notNegating:
      "solo|solamente|se|duda|puedo|puede|sabia|aguanto|es|para|deja|quita|estoy segura|broma|miento",
    or: "o|ni|u|/",
    but: "pero|aunque|sino|solo|mas bien|excepto|todavia|aun",
    hypothetical: [
      "que hago|pasa|hacer|pasaria|debo si|cuando, si llego|llega|llegara|llegase a, en caso de, si me|le da|diera|empieza|sale|duele, si tengo|tuviera|tiene|siento|hay|presento|sangro, si el|la|mi bebe|nino|nina tiene|presenta|llega, cuando debo|hay|tengo que? llamar|ir|preocuparme, cuales|cual|que son? los|las? sintomas|senales|efectos, como se|puedo? saber|si, puede|pueden|va|da la|las|el? vacuna|pastilla|medicina|vacunas, la vacuna|pastilla|medicina|hierro da|causa|provoca|puede, que significa|causa, es normal tener|que, clase|platica|informacion|folleto|video de|sobre",
    ],
    now: "ahora|ahorita|ayuda|desde|todavia|sigo|sigue|otra|urgente|hoy|estoy|esta|porque|por|ayudeme|auxilio",
    longAgo: [
      "hace anos|ano|meses, hace mucho tiempo?, hace __ anos|ano|meses, ano|verano|mes pasado, de nina|nino|chiquita|joven|pequena, cuando era|tenia|estaba nina|chiquita|joven|anos|pequena, en 19*|2000|2005|2008|2009|2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023|2024, en mi? otro|primer|anterior|pasado embarazo|parto, antecedente|antecedentes|historial de",
    ],
    was: [
      "tuve|tenia|estaba|estuve|tuvo|dio|dolia|sangre|sangraba|vomite|desmaye|habia|antecedentes|sentia|hubo|antes|empezo",
    ],
    over: [
      "ya no, ya __ bien|mejor|normal|paso|quito|fue, ya paso, ya se me? quito|paso|fue, estoy|esta|me|siento ya? bien|mejor, se me? quito|paso|fue, todo|ahora bien|mejor, ya estoy|esta|esta bien|mejor",
    ],
    ended: ["_ ya se? me? quito|paro|paso|fue|bajo|termino", "_ se me? quito|fue|paso", "_ paro|termino"],
    again: "otra|vez|volvio|regreso|sigue|todavia|peor|volvi|empezo|comenzo|siguen|nuevamente|aun|sigo",
    strangers: [
      "mi|una|un|la|el|su vecina|vecino|amiga|amigo|companera|companero|jefa|jefe|maestra|maestro|conocida|conocido|senora|paisana|colega|pastor|actriz|actor|cantante",
      "vecina|amiga, en la tele|novela|pelicula|television|noticias|tv, la|una novela|pelicula",
    ],
    linking:
      "tuvo|tiene|trabajo|ha|tenido|le|dio|un|una|de|se|murio|por|que|con|estaba|fue|esta|del|mi|su|sufrio|hijo|hija|mama|a|el|la|los|salio|trae|y|me|conto|dijo|muy|fuerte",
    idioms: [
      "muero|morir|muriendo|morirme|muriendome|muere|morimos de|del|por hambre|risa|sueno|ganas|calor|frio|pena|verguenza|amor|aburrimiento|sed|nervios|curiosidad|emocion|ternura|flojera|coraje|envidia|verte|ver|verlos|conocerlo|conocer|conocerla|que|un|una|cargar|tenerlo|ir|comer, muero por, me|nos|esta mata|matando|matan de? risa|el|los|la|mi|hambre|zapatos|calor|trafico|trabajo|tos?, casi me da|muero un|de infarto|ataque|risa|susto|verguenza, casi me muero|mata __ risa|susto|verguenza|jaja|del, mi mama|jefe|jefa|esposo|papa me va a|quiere matar si|por, me va a matar mi mama|jefe|jefa, muerta|muerto|muertos de hambre|risa|sueno|cansancio|frio|calor|sed, a morir|matar el tiempo, morir de risa, hasta morir",
      "sangre de? tipo|examen|prueba|muestra|analisis, prueba|examen|muestra|analisis|examenes|pruebas|tipo|laboratorio|donar|resultado|resultados|sacar|sacaron|sacarme|sacan|banco|donador de|la? sangre, vista al|de|del mar|la|lago|jardin|examen|lentes, salio|sale agua|el del|de la|el llave|tubo|grifo|regadera|lavadora|refri, fuente|pila|bateria de|del parque|carro|telefono|control|luz|plaza, llave|tubo|tuberia|lavadora|refri ... tirando|tira|gotea|goteando|fuga|salio, llave|tubo|carro|refrigerador|lavadora|estufa|techo|boiler ... agua|gotea|goteando|tira|tirando|apesta|humo|muerto|murio, ropa|cobija|vestido|carro|casa|camisa|letra|tinta|cuarto ... azul|morada|morado|gris|azules, azul|morado|gris cielo|marino|carro|ropa, cai|cae|caen|caigo|caer bien|mal|gordo|cuenta|dormida|dormido, presion arterial|social de, tengo|tiene presion, ojos azules|cafes|verdes, le|me pego al|gordo|mucho|la gripa|gripe|gana|gusto, tengo|pega sueno",
    ],
    laughing: "jaja|jajaja|jajajaja|jeje|lol|risa|jiji|broma|jejeje",
  },
};
