import type { Signs } from "./red-flag-signs";

/** A cualquier edad. */
export const bodySigns: Signs = {
  airway: {
    emergency: [
      "{atragantar}, atorado|atorada|atoro|atora|atasco algo|en|con|una? ... garganta, garganta ... {cierra}|{hinchado}|cerrada|atorado|atorada|cerrando|apretada, {cierra} _ garganta, {hinchado} _ lengua|labios|garganta|boca, lengua|labios ... {hinchado}, reaccion|ataque alergica|alergico, anafil*, no puedo|puede tragar, algo|se _ atorado|atorada|atoro",
    ],
  },
  breathing: {
    emergency: [
      "no|ni|casi|apenas ... puedo|puede|logro|alcanzo|pueda ... {respirar}, no esta|estaba? {respirar}, no {respirar}, ya no {respirar}, dejo de {respirar}, {falta} _ aire|respiracion|aliento|oxigeno, sin aire|aliento, quedo|quedando|quede|quedar sin aire|respiracion|respirar|aliento, {cuesta} __ {respirar}, {dificultad} __ {respirar}|respiratoria, {respirar} __ mal|dificil|dificultad|rapido|agitado|trabajo|feo|rara|raro|fuerte|bien|duele|cuesta, {ahogar}, asfixi*, agarro|jalo|agarrar|jalar aire, no __ jalar|agarrar|jalo|agarro|entra|llega|pasa|alcanza _ aire, ataque de asma, silbido ... pecho, pecho ... silba|chifla, duele al? respirar, {falta} el? aire",
    ],
  },
  chest: {
    emergency: [
      "aprieta|apreta|oprime|quema|arde __ pecho|corazon",
      "{dolor} ... pecho|corazon, {duele} ... pecho|corazon, pecho ... {duele}|{dolor}|aprieta|apretado|oprime|oprimido|presion|opresion, {presion} ... pecho, ataque al|del|de corazon|cardiaco, infarto|imfarto, dolor|duele|adormecido _ brazo izquierdo, punzada|punzadas ... pecho|corazon",
    ],
    urgent: [
      "corazon ... sale|salir|saliendo",
      "corazon ... rapido|acelerado|acelera|brinca|fuerte|salta|agitado|salir|galope, palpitaciones|palpitasiones|taquicardia|palpitacion, late|latiendo __ rapido|fuerte ... corazon?",
    ],
  },
  stroke: {
    emergency: [
      "torcio|torcida|torcido|paralizo|chueca|cayo|durmio ... cara|boca|lado, {siento} ... cara|brazo dormido|dormida",
      "cara|boca|ojo|cachete ... chueca|torcida|caida|caido|torcio|dormida|paralizada|adormecida|chueco|volteada|paralizo, {adormecido} ... cara|brazo|lado|pierna|mitad, brazo|lado|cara|pierna|mitad ... {adormecido}, no ... puede|puedo ... hablar|articular, no ... puede|puedo ... mover|levantar ... brazo|pierna|lado|cara|mano, arrastra|arrastrando|arrastro ... palabras|hablar|lengua, no se? ... entiende _ habla|dice, derrame cerebral, derrame, embolia, habla|hablando __ raro|enredado|mal|trabado, traba|enreda la lengua, parte de la cara",
    ],
  },
  seizure: {
    emergency: [
      "convulsion*, convuls*, combulsion|convulsiones|convulcion|convulsionando|convulsiono|convulsionar, ataque epileptico|epilepsia, epilep*, tembl* ... sin|no|control|responde|parar|ojos, ojos ... blanco|blancos|voltearon|volteados|volteo, eclampsia, espuma ... boca, sacud* ... cuerpo|control|brazos, se puso tieso|tiesa, le|me dio|dan|dieron ataques|convulsion|ataque",
    ],
  },
  unresponsive: {
    emergency: [
      "inconsciente|inconciente|inconsiente|inconscien*, no ... responde|reacciona|despierta|despertar|reaccionan|contesta|despierto|reaccionar|responder|reaciona, sin conocimiento|conciencia|pulso, se desplomo, desplomo|desvanecio, no ... vuelve|regresa en si, no vuelve en si, perdio el conocimiento ... no|sigue, no tiene pulso",
    ],
    urgent: ["confundida|confundido|desorientada|desorientado|delirando"],
  },
  poisoning: {
    emergency: [
      "{trago} ... {veneno}, envenen*, veneno, intoxic*, monoxido, fuga|olor|huele de|a gas, {trago} ... pila|bateria|moneda|iman, se trago|comio|tragado algo|una|un|pastilla|pastillas, se tomo|trago|comio|tragado|tomado ... mis|mi|las|pastillas|de pastilla|pastillas|medicina|medicamento|abuela, {bebe} ... comio|trago|agarro ... pastilla|pastillas|medicina|medicamento",
    ],
  },
  overdose: {
    emergency: [
      "sobredosis|sobredocis|sobredosi, {tome} ... {muchas} __ {pastillas}, {tome} ... {pastillas} ... todas|muchas|demasiadas|frasco|juntas|mas, demasiadas|muchas|exceso {pastillas}, dosis ... doble|demas|triple|mas|equivocada|demasiada, {tome} de mas|mucha|doble, fentanilo|heroina|narcan",
    ],
  },
  head_injury: {
    emergency: [
      "{golpe} ... cabeza ... {vomito}|dormido|sangre|desmay*|sangra*|inconsciente|chichon|dormida|sueno|mareado, {vomito} ... {golpe} ... cabeza, {bebe} ... {cayo} ... cabeza, {golpe} ... {vomito}, fractura de craneo, trauma|traumatismo ... cabeza|craneo|craneal, conmocion",
    ],
    urgent: [
      "{golpe} ... cabeza, {cayo} ... cabeza, {bebe} ... {cayo}, {cayo} ... {bebe}, se me {cayo} mi|la|el|de {bebe}|cama|brazos|nina|nino",
    ],
  },
  accident: {
    emergency: [
      "ahogo|ahogando|ahogado|ahogada en? la|el alberca|piscina|agua|tina|banera|rio, electrocut*, atropell*, balazo|disparo|dispararon|balacearon|apunalaron|apunalo|navajazo|balazos, picadura|mordio|mordedura ... vibora|serpiente|alacran|escorpion",
    ],
    urgent: [
      "accidente|choque de|en|carro|auto?, choque|chocamos|chocaron __ carro|coche|auto, {cayo} ... escalera|escaleras|bano|panza|barriga|embarazada|escalon, me cai, quem* ... mano|cara|agua|caliente|aceite|brazo|bebe|nina|nino|pierna, quebr* ... brazo|pierna|hueso|mano|pie|tobillo, mordio __ perro, perro ... mordio",
    ],
  },
  glucose: {
    emergency: [
      "azucar|glucosa ... {bad}|muy|demasiado|super bajo|baja|alto|alta|altisima|bajisima, azucar|glucosa ... por|los|las nubes|cielo|suelo|suelos, hipogluc*, hiperglucemia, insulina ... demasiada|mucha|doble|no|sin, bajon de azucar, coma diabetico, cetoacidosis, bajo|subio|baja|sube mucho|demasiado el|la azucar|glucosa",
    ],
    urgent: [
      "azucar|glucosa ... alta|baja|alto|bajo|elevada|subio|bajo, bajo|subio|baja|sube el|la azucar|glucosa",
    ],
  },
  blood_pressure: {
    urgent: [
      "presion|precion ... alta|subio|nubes|elevada|altisima|cielo|sube, presion alta, preeclampsia|preclampsia|preclamsia|preeclamsia",
    ],
  },
  dying: {
    emergency: [
      "me|se estoy|esta muriendo, muriendome|muriendose, voy a morir|morirme, me muero, siento|creo|pienso que me? muero|voy|morir|morirme, se me|nos? muere, me voy a morir, se|la|lo __ muriendo, se va|puede a? morir",
    ],
  },
  ambulance: {
    emergency: [
      "{llamo} __ 911|ambulancia|ambulansia, ambulancia|ambulansia, al 911, es|una emergencia, emergencia ya|ahora|ayuda|por|urgente|medica, auxilio, socorro, ayudenme|ayudeme|ayudame por|rapido|urgente|me|mi|no|estoy, es urgente|emergencia",
    ],
    review: [
      "{urge} a|al|en emergencias|emergencia|hospital|urgencias|urgencia|er",
      "sala de emergencias|emergencia|urgencias, me urge",
    ],
  },
};
