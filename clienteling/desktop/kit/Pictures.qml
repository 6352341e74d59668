pragma Singleton
import QtQuick

// Which product pictures have arrived since the start; Main feeds it, Picture reads it.
QtObject {
    property int revision: 0
    readonly property var arrivals: ({})

    function arrive(product: string) {
        arrivals[product] = (arrivals[product] ?? 0) + 1;
        revision += 1;
    }

    function version(product: string, now: int): int {
        return now > 0 ? (arrivals[product] ?? 0) : 0;
    }
}
