import type { WordingRules } from "./wording-rules";

const textos =
  "mensajes|mensages|mensajitos|mensajito|mensaje|msjs|msj|mjs|textos|texto|sms|avisos|notificaciones|recordatorios|publicidad|propaganda";
const cosas = `${textos}|nada|esto|eso|estos|mas`;
const sus =
  "(?:(?:los|las|el|la|estos|estas|esos|sus|su|tus|tu|mis|mas|tantos|todos|de|con|ya|otros|otro|ningun|ninguna|mandar|enviar|mandarme|enviarme|recibir|recibiendo|llegar|mandando|enviando|ustedes|por|favor|texto|clase|tipo|este|ese|tener|seguir|ver|me|que) ){0,5}";
// The wish alone, "no me mande"; "no me manda" tells that nothing came.
const mande =
  "mande|manden|mandes|envie|envien|envies|escriba|escriban|escribas|textee|texteen|textees|textie|textien|texte|texten|textes|mensajee|mensajeen|mensajees|moleste|molesten|molestes|contacte|contacten|contactes|fastidie|fastidien|acose|acosen";
const llame = "llame|llamen|llames|marque|marquen|hable|hablen|busque|busquen";
const mandar =
  "mandar|enviar|escribir|textear|mensajear|molestar|contactar|mandarme|enviarme|escribirme|textearme|mensajearme|molestarme|contactarme|mandarnos|enviarnos|escribirnos|molestarnos|acosarme|fastidiar|fastidiarme|mandarle|joder|chingar|estar mandando";
const mandando =
  "mandando|enviando|escribiendo|texteando|mensajeando|molestando|contactando|mandandome|enviandome|escribiendome|molestandome|texteandome";
const quedo =
  "(?:(?:ya|mas|por favor|porfa|porfavor|gracias|nunca|jamas|nada|otra vez|aqui|aca|a este numero|a este celular|a este telefono|a mi celular|a mi telefono|a mi numero|de nuevo|esto|eso|estos|cosas|tanto|asi|ahora|please|\\?) )*";
const end = `(?= ${quedo}(?:$|(?:y|o|ni|que|porque|yo|no|numero|este) ))`;
const last = `(?= ${quedo}$)`;
const cuando =
  "(?:antes|despues|hasta|por la|por las|en la|de la|tan|tarde|temprano|en ingles|en espanol|si|cuando|durante|mientras|manana|hoy|el|los)";
const clinica =
  "(?:cita|citas|espera|seguro|seguros|aseguranza|medicaid|medicare|medi cal|plan|trabajo|imss|clinica|hospital|medicina|medicinas|medicamento|medicamentos|pastillas|escuela|wic|muela|puntos|sangre|tratamiento|cirugia|operacion|vacuna|vacunas|examen|estudio|anestesia|expediente|parto|nino|nina|bebe|hijo|hija|presion|procedimiento)";

export const spanish: WordingRules = {
  language: "es",
  unless: [
    "(?<!si )(?:no|nunca|ni|sin)(?: (?:me|nos|se|lo|la|le|les|que|quiero|quisiera|deseo|vayan? a|voy a|por favor|puedo|podia|puede|pueden|para de|dejes|ya)){0,4} (?:deje|dejen|deja|dejes|dejar|dejaron|pare|paren|pares|parar|pararon|cancele|cancelen|canceles|cancela|cancelar|quite|quiten|quites|quitar|saque|saquen|saques|borre|borren|borres|borrar|elimine|eliminen|suspenda|suspendan|detenga|detengan|bloquear|reportar)",
    "(?:no|nunca)(?: (?:me|nos|se|quiero|quisiera|deseo|que|voy a|vayan? a|quieran|pedi|pido|estoy pidiendo|he|han|hemos)){0,5} (?:de|den|des|dar|darme|darnos|darse|dado|di|dieron|doy) de baja",
    "(?:no|nunca)(?: (?:he|quiero|voy a|deseo|les)){0,2} (?:revoco|revocar|revocado|retiro|retirar|retirado|cancelo|anulo|anular|quito) (?:mi|el|la)",
    "(?:no|nunca)(?: (?:les|le|yo|he))? (?:dije|dicho|puse|pedi|mande|escribi|respondi) (?:(?:que|la palabra|con|un|el) )?(?:stop|alto|baja|parar|pararan|paren)",
    "(?:no|ni) (?:estoy|me he) (?:hart|cansad)[oa]",
    "(?:cuando|hasta que|si|antes de que) (?:me |nos |se )?(?:paren|pare|dejen|deje|cancelen|cancele|terminen|termine|quiten|quite)",
  ],
  rules: [
    {
      id: "es-dejar-de-mandar",
      unless: [
        `(?:mandar|enviar|mandarme|enviarme) (?:a |por |el |la |las |mi |mis )(?:\\w{1,12} ){0,2}${clinica}`,
      ],
      says: [
        `(?:deje|dejen|deja|dejenme|dejeme|dejame|dejarian|dejaran|podrian dejar|puede dejar|pueden dejar|pare|paren|para|parenle|parele|parale|basta|cesen|favor de dejar|hagan el favor de dejar)(?: ya)? (?:de|con) (?:estar )?(?:${mandar})`,
        `(?:deje|dejen|deja|dejenme|dejeme|dejame) de estar (?:${mandando})`,
        `(?:quiero|deseo|quisiera|como|puedo|podria|necesito|me gustaria|para) (?:yo )?(?:dejar|parar|dejo|paro) de (?:recibir|que me lleguen|obtener) ${sus}(?:${textos})`,
      ],
    },
    {
      id: "es-no-me-mande",
      unless: [
        `(?:${mande}) (?:${sus}(?:${cosas})|me|nos) ${cuando}(?= )`,
        "(?:espero|ojala|me preocupa|por que|porque|si|para) (?:que )?(?:ya )?no (?:me|nos)",
      ],
      says: [
        `no (?:(?:me|nos|se me) )?(?:${mande}) ${sus}(?:${textos}|nada)`,
        `(?:no (?:me|nos)|ya no) (?:${mande})${end}`,
        `no (?:${mande}) (?:(?:mas|ya|nada) )*(?:aqui|aca|mas|a este (?:numero|celular|telefono)|a mi (?:numero|celular|telefono))`,
        `no (?:me|nos) (?:${llame}) (?:ni|mas|nunca|otra vez|a este numero|de nuevo)`,
        `no (?:(?:me|nos) )?(?:siga|sigan|sigas|vuelva a|vuelvan a|vuelvas a|anden|esten|este) (?:${mandando}|${mandar})`,
        `(?:favor de no|por favor no|no|pido no|pido que no|les pido no|prefiero no) (?:me )?(?:${mandar}) (?:(?:mas|ya) )*(?:${textos}|nada|mas|a este numero)`,
        `favor de no (?:${mandar})`,
        `(?:no|ya no) (?:me |nos )?(?:vuelva|vuelvan|vuelvas) a (?:llamar|marcar|hablar|buscar)(?:me|nos)?${end}`,
        `ya no (?:me|nos) (?:${llame})${end}`,
      ],
      isText: [
        `(?:por favor )?no (?!molest)(?:${mande})(?: mas)?`,
        `(?:(?:numero |persona |esta |estan |se )?equivocad[oa]s?|no soy \\w{1,15}(?: \\w{1,15})?|(?:este )?(?:numero )?no es (?:el )?(?:numero )?(?:de )?\\w{1,15}(?: \\w{1,15})?) (?:por favor |ya )?no (?:me )?(?:${mande})(?: mas| aqui)*`,
      ],
    },
    {
      id: "es-no-quiero-mensajes",
      unless: [`(?:${textos}) ${cuando}(?= )`],
      says: [
        `(?:no|nunca) (?:(?:los|me|nos|yo) )?(?:quiero|quisiera|deseo|necesito|queremos|acepto|autorizo|pedi|solicite|interesa|interesan|gustan|permito|ocupo|autorice|acepte) ${sus}(?:${textos})(?! (?:de voz|del doctor) )`,
        `no (?:quiero|quisiera|deseo|necesito|queremos|acepto|autorizo|permito) que (?:ya )?(?:me|nos) (?:${mande}|sigan? (?:${mandando})|lleguen ${sus}(?:${textos}))`,
        `no (?:quiero|deseo|quisiera) (?:seguir |ser )?(?:recibiendo|contactada|contactado|recibir (?:nada|mas|esto|estos))`,
      ],
    },
    {
      id: "es-no-mas-mensajes",
      isText: ["no mas", `no (?:${textos})`],
      says: [
        `(?<!(?:hay|tengo|que|son|llegaron|recibi) )no mas (?:de )?(?:(?:estos|sus|tantos|esos) )?(?:${textos})(?! (?:que|de voz) )`,
        `basta (?:ya )?(?:de|con) (?:(?:tantos|tanto|los|sus|estos|esos|tu|su|ya|mandar|enviar) ){0,3}(?:${textos})`,
        `ya (?:basta|estuvo|fue suficiente|son suficientes|suficientes|suficiente) (?:de|con) (?:(?:tantos|los|sus|estos|esos) ){0,2}(?:${textos})`,
      ],
      isClause: [
        "no (?:mensajes|textos) (?:por favor|gracias)",
        "ya no mas(?: por favor)?",
        "(?:ya )?basta(?: ya)?(?: por favor)?",
      ],
    },
    {
      id: "es-parar-mensajes",
      says: [
        `(?:paren|pare|parenle|parele|parale|parenla|parar|detener|detengan|detenga|suspender|suspendan|suspenda|terminen|termine|cesen|frenen|cancelar|cancele|cancelen|cancela|cancelame|canceleme|cancelenme|quiten|quite|quitar|quitenme|quiteme|elimine|eliminen|desactiven|desactivar|desactive|como paro|como cancelo|como detengo|como quito|alto a|alto con|alto de|stop) (?:ya )?(?:(?:con|de|todos|todo|a|mis|los|las|estos|esos|sus|tus|tantos|la|su|mi|el|servicio|suscripcion|envio|ya|esta) ){0,5}(?:${textos}|suscripcion|texteo)`,
        `(?<!(?:que|si|cuando) )ya paren${last}`,
      ],
      isClause: [
        "(?:ya )?(?:paren|parenle|parele|parale|parenla|detenganse|deje de molestar|dejen de molestar)(?: ya| por favor| porfavor| porfa| gracias| con eso| con esto)*",
        "(?:ya |por favor )(?:pare|alto|stop)(?: ya| por favor)*",
      ],
    },
    {
      id: "es-sacar-de-la-lista",
      unless: [`(?:de|en) (?:la |su )?lista de (?:${clinica}|cirugias|pacientes de)`],
      says: [
        `(?:saque|saquen|saca|quite|quiten|quita|borre|borren|borra|elimine|eliminen|elimina|remueva|remuevan|retire|retiren|sacar|quitar|borrar|eliminar|salir|salirme|desuscriba|desuscriban|desuscribir|bajen|baje)(?:me|nos)? (?:ya |por favor |mi numero |mi nombre |este numero |mi telefono |mi celular ){0,3}(?:de|del) (?:(?:la|las|su|sus|esta|esa|tu|el|este|los|estos|todas) ){0,2}(?:lista|listas|sistema|grupo|${textos}|base de datos|registro|contactos)`,
        "(?:me|nos) (?:sacan|quitan|borran|eliminan|saque|saquen|saques|quite|quiten|quites|borre|borren|borres|elimine|eliminen|remueva|remuevan|retiren) de (?:(?:la|las|su|sus|esta|esa|los|estos) ){0,2}(?:lista|listas|sistema|grupo|mensajes|textos|aqui|esto)",
        `(?:saquenme|saqueme|borrenme|borreme|borrame|eliminenme|elimineme|quitenme|quiteme|remuevanme|remuevame)(?: de (?:aqui|esto|ahi|todo))?${last}`,
      ],
    },
    {
      id: "es-mi-numero",
      unless: [
        "(?:no|para no|voy a|me|se me|si|perdi|va a) (?:borrar|olvidar|perder|borre|olvide|pierda|pierdan|pierdo)",
        `numero de (?:${clinica}|expediente|caso|cuenta)`,
      ],
      says: [
        "(?:borre|borren|borra|borrar|quite|quiten|quita|quitar|elimine|eliminen|elimina|eliminar|saque|saquen|remueva|remuevan|retiren|olvide|olviden|olvida|olvidense de|pierda|pierdan|bloqueen) (?:ya |por favor )?(?:mi|este|nuestro) (?:numero|telefono|celular|contacto|nombre)(?! (?:viejo|anterior|antiguo|pasado))",
        "(?:voy a|los voy a|la voy a|te voy a|lo voy a) (?:bloquear|reportar|denunciar|bloquearlos|reportarlos|denunciarlos)(?! (?:al|el|la|a) )",
      ],
    },
    {
      id: "es-dar-de-baja",
      unless: [
        `(?:dar|darme|darnos|darse|darle|denme|deme|dame|den|dar a \\w{1,12}) de baja (?:a |al |del |de |en |por |de el |de la |de mi |de mis |en el |en la )?(?:\\w{1,12} ){0,2}${clinica}`,
        "de baja por (?:maternidad|enfermedad|incapacidad|embarazo)",
      ],
      says: [
        `(?:dar|darme|darnos|darse|dando|dandome|denme|deme|dame|dennos|den|demen|doy) de baja(?= (?:$|por|ya|gracias|de|del|mi|este|\\?))`,
        "(?:mi|la) baja (?:de|del) (?:(?:los|estos|sus|la|el|servicio|lista|de) ){0,3}(?:mensajes|textos|lista|servicio)",
      ],
    },
    {
      id: "es-dejar-en-paz",
      says: [
        "(?:dejame|dejeme|dejenme|dejenos|dejennos) (?:ya )?(?:en paz|tranquila|tranquilo)(?! (?:el|la|los|las|con el|unos|estos) )",
        "que (?:ya )?(?:me|nos) (?:dejen|dejes) (?:ya )?en paz",
        `(?:no|ya no)(?: (?:me|nos))? (?:molesten|moleste|molestes|chinguen|chingues|chingen|fastidien|jodan|joda)${end}`,
      ],
    },
    {
      id: "es-revocar",
      unless: [
        `(?:permiso|consentimiento|autorizacion) (?:para|de|a) (?:(?:la|el|los|las|una|un|mi|que|le|les|hagan|pongan|hacer) ){0,4}${clinica}`,
      ],
      says: [
        "(?<!(?:me|nos|le|se) )(?:revoco|retiro|revocar|retirar|cancelo|quito|anulo|revoque|retiren) (?:(?:mi|el|todo|la|nuestro) )?(?:consentimiento|permiso|autorizacion|autorisacion)",
        "no (?:(?:les|le|te|yo|nunca) )?(?:doy|di|dimos|tienen|tiene|tienes) (?:(?:mi|el|la|ningun|ninguna) )?(?:permiso|consentimiento|autorizacion)(?= (?:$|para|de|a|que))",
        `no (?:autorizo|consiento|autorice|acepto) (?:${textos}|recibir|estos|que me|sus|mas)`,
      ],
    },
    {
      id: "es-desuscribir",
      unless: [
        "(?:no|nunca|ya) (?:(?:me|quiero|quise|quisiera) ){0,2}(?:desuscribi|desuscribir|desuscribirme|desinscribi)",
      ],
      says: [
        `(?:desuscribir|desuscribirme|desuscribanme|desuscribame|desuscribeme|desinscribir|desinscribirme|desinscribanme|desinscribeme|desinscribame|anular (?:mi |la )?suscripcion|(?:cancelar|eliminar|quitar) (?:mi |la )?suscripcion|cancelen mi suscripcion|cancele mi suscripcion)`,
      ],
    },
    {
      id: "es-ya-dije",
      unless: [`de baja (?:del|de|de la|de mi|en el|en) (?:\\w{1,12} ){0,2}${clinica}`],
      says: [
        "(?:dije|puse|mande|escribi|respondi|conteste|envie|pedi) (?:(?:que|la palabra|con|un|el) )?(?:stop|alto|baja|parar)(?= (?:$|y|pero|ya|hace|ayer|varias|dos|tres|\\d|\\?))",
        "ya (?:me )?(?:di|he dado|habia dado) de baja",
        "(?:les|ya le|ya te) (?:dije|pedi|he dicho|he pedido)(?: ya)? que (?:ya )?(?:paren|pararan|pare|parara|me (?:quiten|quitaran|saquen|sacaran|borren|borraran)|no (?:me )?(?:manden|mandaran|escriban|escribieran|molesten|molestaran|llamaran))(?= (?:$|y|pero|ya|mas|mensajes|de|\\?))",
      ],
    },
    {
      id: "es-harta",
      says: [
        `(?:hart[oa]s?|harte|hartan|cansad[oa]s?|canse|cansan|aburrid[oa]) (?:ya )?(?:de|con) ${sus}(?:${textos})`,
        "(?:nunca|no) (?:me )?(?:registre|inscribi|apunte|suscribi) (?:para|a|en) (?:esto|estos|eso|sus mensajes)",
        "(?:quiero|quisiera|como) (?:yo )?(?:salirme|me salgo) de (?:esto|aqui|estos|sus mensajes)",
      ],
      isText: ["nunca pedi esto"],
    },
    {
      // Kin of CANCELAR that may as well mean a visit: a person reads them.
      id: "es-near-word",
      isText: ["cancela", "cancele", "cancelen", "detener", "detengan"],
    },
  ],
};
