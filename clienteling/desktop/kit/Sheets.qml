pragma Singleton
import QtQuick

// All sheets at once: whoever takes the tablet over finds none of them open.
QtObject {
    signal allClosed
}
