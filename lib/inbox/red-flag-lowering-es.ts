import type { LoweringWords } from "./red-flag-signs";

export const spanishLowering: LoweringWords = {
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
};
