package dev.concordat.cli.export;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Message;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import dev.concordat.schema.config.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message, an enum, a service or an rpc that was asked for.
 *
 * @param root the name as Wire's rules write it: {@code package.Type}, {@code package.Service#Rpc}
 * @param file the import path of its file
 */
record TypeName(String root, String file) {

    /**
     * Finds what a name means: {@code package.Type}, {@code package.Service}, {@code package.Service.Rpc} or {@code package.Service/Rpc}.
     *
     * @throws ContractException of kind CONFIGURATION, when there is nothing of this name
     */
    static TypeName find(String written, Schema schema) throws ContractException {
        String name = written.replace('/', '.').replaceFirst("^\\.", "");
        Optional<TypeName> found = schema.message(name)
                .filter(message -> !message.mapEntry())
                .map(Message::file)
                .or(() -> schema.enumType(name).map(EnumType::file))
                .or(() -> schema.service(name).map(Service::file))
                .map(file -> new TypeName(name, file));
        if (found.isPresent()) {
            return found.get();
        }
        int dot = name.lastIndexOf('.');
        String rpc = name.substring(dot + 1);
        return schema.service(name.substring(0, Math.max(0, dot)))
                .filter(service -> service.rpc(rpc).isPresent())
                .map(service -> new TypeName(service.fullName() + "#" + rpc, service.file()))
                .orElseThrow(() -> ContractException.of(
                        Failure.CONFIGURATION,
                        "There is no message, enum, service or rpc \"%s\".%s"
                                .formatted(written, Suggestions.didYouMean(name, known(schema))),
                        "Write its full name: package.Message, package.Service or package.Service.Rpc."));
    }

    private static List<String> known(Schema schema) {
        List<String> names = new ArrayList<>();
        schema.messages().stream()
                .filter(message -> !message.mapEntry())
                .map(Message::fullName)
                .forEach(names::add);
        schema.enums().stream().map(EnumType::fullName).forEach(names::add);
        for (Service service : schema.services()) {
            names.add(service.fullName());
            service.rpcs()
                    .forEach(rpc ->
                            names.add(service.fullName() + "." + rpc.name().value()));
        }
        return names;
    }
}
